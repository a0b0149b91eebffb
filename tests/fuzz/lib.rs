//! Fuzz targets: any input must end in a value or a clear refusal, never in a panic.
