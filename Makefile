# Thin wrappers; the README's two commands are ./desk up and ./desk test.
.PHONY: test torture benchmark gate audit

test:
	./desk test

torture:
	CLAIMDESK_TORTURE=1 ./desk test --update-figures \
		$(shell grep -lE 'longer.[0-9A-Z]|TORTURE' tests/test_*.py)

benchmark:
	uv run --group test python benchmarks/start.py
	uv run --group test python -m benchmarks.doorbell ring
	uv run --group test python benchmarks/throughput.py
	uv run --group test python benchmarks/collecting.py
	uv run --group test python -m benchmarks.extracting

gate:
	bash .ci/run

# Asks the internet; fails when it cannot. No part of the gate.
audit:
	bash .ci/audit
