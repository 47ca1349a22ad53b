"""Our exports read by what others read them with: `uv run --group test --group interop pytest`."""
