//! Mistakes gathered, so that one look at the compiler's answer shows them all.

use syn::Result;

/// Both values, or all mistakes of the two.
pub(super) fn both<A, B>(a: Result<A>, b: Result<B>) -> Result<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut a), Err(b)) => {
            a.combine(b);
            Err(a)
        }
        (Err(mistake), Ok(_)) | (Ok(_), Err(mistake)) => Err(mistake),
    }
}

/// All values, or all mistakes.
pub(super) fn all<T>(results: impl IntoIterator<Item = Result<T>>) -> Result<Vec<T>> {
    let mut all = Ok(Vec::new());
    for result in results {
        all = both(all, result).map(|(mut values, value)| {
            values.push(value);
            values
        });
    }
    all
}
