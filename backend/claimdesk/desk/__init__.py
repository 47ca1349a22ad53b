"""The supervisor behind `claimdesk up`: Label Studio's own environment, process and people."""
