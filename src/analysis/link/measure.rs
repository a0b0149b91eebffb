//! Measures that are the same on every machine: whole numbers, no library of floating-point functions.

/// The binary logarithm of `count` in eighths, rounded down; 0 for 0.
pub(crate) fn log2(count: usize) -> u32 {
    let count = u128::from(u16::try_from(count).unwrap_or(u16::MAX));
    count.pow(8).checked_ilog2().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn it_is_the_logarithm() {
        for count in [1_usize, 2, 3, 5, 8, 1000, 65_535] {
            assert_eq!(log2(count), (8.0 * (count as f64).log2()).floor() as u32, "{count}");
        }
        assert_eq!((log2(0), log2(1 << 20)), (0, 127));
    }
}
