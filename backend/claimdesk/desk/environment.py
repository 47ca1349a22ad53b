"""The whole environment Label Studio is started with.

Label Studio reads each of its settings also without its prefix, so a stray USERNAME, HOST or
DEBUG in the operator's shell would change it. Nothing is inherited that is not listed here.
"""

import json
import os
from ipaddress import IPv4Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from claimdesk.desk.keys import Keys

PASSED_ON = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "TMPDIR",
    "LD_LIBRARY_PATH",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
)
OURS = "127.0.0.1/32"
RESERVED = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "233.252.0.0/24",
    "240.0.0.0/4",
    "255.255.255.255/32",
    "::/128",
    "::1/128",
    "::ffff:0:0/96",
    "::ffff:0:0:0/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001:0000::/32",
    "2001:20::/28",
    "2001:db8::/32",
    "2002::/16",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
]
KEYMAP = {"region:cycle": {"key": "alt+.,n", "description": "Next claim"}}
QUIET = {
    "COLLECT_ANALYTICS": "false",
    "SENTRY_DSN": "",
    "FRONTEND_SENTRY_DSN": "",
    "LATEST_VERSION_CHECK": "false",
    "CONVERTER_DOWNLOAD_RESOURCES": "false",
    "FEATURE_FLAGS_OFFLINE": "true",
}


def environment(
    data: Path, keys: Keys, public_url: str | None, *, owner_exists: bool
) -> dict[str, str]:
    """Everything Label Studio gets to see; secrets travel here and never as arguments."""
    own = QUIET | {
        "DEBUG": "false",
        "LOG_LEVEL": "WARNING",
        "LABEL_STUDIO_BASE_DATA_DIR": str(data),
        "SECRET_KEY": keys.secret_key.get_secret_value(),
        "DISABLE_SIGNUP_WITHOUT_LINK": "true",
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
        "TASK_LOCK_TTL": "3600",
        "WEBHOOK_TIMEOUT": "0.5",
        "EDITOR_KEYMAP": json.dumps(KEYMAP),
        "LS_CSP_REPORT_ONLY": "false",
        "CORS_ALLOW_ALL_ORIGINS": "false",
        "ENABLE_LOCAL_FILES_STORAGE": "false",
        "LOCAL_FILES_SERVING_ENABLED": "false",
        "USE_DEFAULT_BANNED_SUBNETS": "false",
        "USER_ADDITIONAL_BANNED_SUBNETS": ",".join(banned_networks()),
        "HOME": str(data),
        "XDG_CONFIG_HOME": str(data / "config"),
        "XDG_DATA_HOME": str(data / "share"),
        "XDG_CACHE_HOME": str(data / "cache"),
    }
    if not owner_exists:
        own |= {
            "LABEL_STUDIO_USERNAME": keys.email,
            "LABEL_STUDIO_PASSWORD": keys.password.get_secret_value(),
            "LABEL_STUDIO_USER_TOKEN": keys.token.get_secret_value(),
        }
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return passed | own | _reached_as(public_url)


def banned_networks(ours: str = OURS) -> list[str]:
    """Where Label Studio may not send webhooks: its own list, with only our address cut out."""
    address = IPv4Network(ours)
    found: list[str] = []
    for network in map(ip_network, RESERVED):
        if isinstance(network, IPv4Network) and address.subnet_of(network):
            found += map(str, sorted(network.address_exclude(address)))
        else:
            found.append(str(network))
    return found


def _reached_as(public_url: str | None) -> dict[str, str]:
    """How people reach it.

    Without a public address all its links stay relative, so that 127.0.0.1 and localhost both
    work under the content policy.
    """
    if public_url is None:
        return {"ALLOWED_HOSTS": "127.0.0.1,localhost"}
    parts = urlsplit(public_url)
    secure = "1" if parts.scheme == "https" else "0"
    return {
        "ALLOWED_HOSTS": f"127.0.0.1,localhost,{parts.hostname}",
        "LABEL_STUDIO_HOST": public_url,
        "CSRF_TRUSTED_ORIGINS": f"{parts.scheme}://{parts.netloc}",
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
    }
