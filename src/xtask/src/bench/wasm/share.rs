//! The shipped bytes, divided among owners.

/// Divides `whole` in proportion to `parts`, so that the shares add up to it exactly.
pub(super) fn divide(whole: usize, parts: &[usize]) -> Vec<usize> {
    let all: usize = parts.iter().sum();
    let upto = |sum: usize| (whole * sum + all / 2).checked_div(all).unwrap_or(0);
    let mut sum = 0;
    parts
        .iter()
        .map(|part| {
            let before = upto(sum);
            sum += part;
            upto(sum) - before
        })
        .collect()
}

/// A part of a whole in percent, with one decimal.
pub(super) fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 + whole / 2).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up() {
        assert_eq!(divide(10, &[1, 1, 1]).iter().sum::<usize>(), 10);
        assert_eq!(divide(50, &[100, 0, 300]), [13, 0, 37]);
        assert!(divide(7, &[]).is_empty());
    }

    #[test]
    fn percents_have_one_decimal() {
        assert_eq!(percent(1, 3), "33.3 %");
        assert_eq!(percent(0, 0), "0.0 %");
    }
}
