"""
A reconciliation service, by which OpenRefine and its like find out what a column of old names means.

It speaks version 0.2 of the Reconciliation Service API of the W3C Entity Reconciliation Community Group
(https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
Its entities are the places and institutions of a catalogue. `service` answers requests and knows nothing of sockets;
`server` serves it over HTTP.
"""
