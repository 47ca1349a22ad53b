# Thin wrappers; the README's two commands are ./desk up and ./desk test.
.PHONY: test torture benchmark gate

test:
	./desk test

torture:
	CLAIMDESK_TORTURE=1 ./desk test tests/test_chaos.py tests/test_publish_faults.py

benchmark:
	uv run --group test python benchmarks/start.py

gate:
	bash .ci/run
