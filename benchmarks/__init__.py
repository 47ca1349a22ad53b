"""What claimdesk is measured by; a package, because a peer brings one of the same name."""
