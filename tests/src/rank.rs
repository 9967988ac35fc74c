//! How far one order gives another away.

/// Spearman's rank correlation of a sequence of ranks with 0, 1, 2, …: 1 where it is
/// the same order, -1 where it is the reverse, near 0 where it tells nothing.
///
/// By chance it stays within about two divided by the square root of the length.
#[expect(clippy::cast_precision_loss, reason = "tests rank some hundred things")]
pub fn rho(ranks: &[usize]) -> f64 {
    let count = ranks.len() as f64;
    let squares: f64 = ranks
        .iter()
        .enumerate()
        .map(|(place, rank)| (place as f64 - *rank as f64).powi(2))
        .sum();
    1.0 - 6.0 * squares / (count * (count * count - 1.0))
}

/// The rank of each thing among all of them, by a key without ties.
pub fn ranks<T, K: Ord>(things: &[T], key: impl Fn(&T) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..things.len()).collect();
    order.sort_by_key(|place| key(&things[*place]));
    let mut ranks = vec![0; things.len()];
    for (rank, place) in order.into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}
