# Thin wrappers; the README's two commands are ./desk up and ./desk test.
.PHONY: test torture benchmark gate audit

test:
	./desk test

torture:
	CLAIMDESK_TORTURE=1 ./desk test tests/test_chaos.py tests/test_publish_faults.py \
		tests/test_kills.py tests/test_flushes.py tests/test_locked.py tests/test_disks.py \
		tests/test_postgresql_killed.py tests/test_leases.py tests/test_soak.py \
		tests/test_described.py

benchmark:
	uv run --group test python benchmarks/start.py
	uv run --group test python -m benchmarks.doorbell ring
	uv run --group test python benchmarks/throughput.py
	uv run --group test python benchmarks/collecting.py

gate:
	bash .ci/run

# Asks the internet; fails when it cannot. No part of the gate.
audit:
	bash .ci/audit
