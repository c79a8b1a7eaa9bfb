//! Short references that people read, type and say on the telephone: `C-7KQ3F`.
//!
//! The letters are Crockford's base 32 of the random tail of the identity: 60 bits, 12 letters, of which as many are
//! shown as were unique when the item was made. Does not look anything up; the store finds the item of a prefix.

use uuid::Uuid;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in a whole code.
pub const WHOLE: u32 = 12;
/// The fewest letters that are shown.
pub const SHORTEST: u32 = 5;

/// The 60 random bits at the end of an identity.
pub fn code(id: Uuid) -> i64 {
    let tail = id.as_u128() & ((1 << 60) - 1);
    i64::try_from(tail).unwrap_or(i64::MAX) // 60 bits always fit
}

/// The first `shown` letters of a code.
pub fn letters(code: i64, shown: u32) -> String {
    (0..shown.min(WHOLE))
        .map(|i| {
            let shift = (WHOLE - 1 - i) * 5;
            char::from(LETTERS[usize::try_from((code >> shift) & 31).unwrap_or(0)])
        })
        .collect()
}

/// The codes that begin with what was typed (first, last), or nothing if these are not letters of a code.
/// `O` is read as `0`, `I` and `L` as `1`, as Crockford has it.
pub fn range(typed: &str) -> Option<(i64, i64)> {
    let n = u32::try_from(typed.len()).ok()?;
    if n == 0 || n > WHOLE {
        return None;
    }
    let mut code: i64 = 0;
    for c in typed.bytes() {
        let c = match c.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            c => c,
        };
        let place = LETTERS.iter().position(|l| *l == c)?;
        code = (code << 5) | i64::try_from(place).ok()?;
    }
    let rest = (WHOLE - n) * 5;
    Some((code << rest, (code << rest) | ((1 << rest) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forgiving_letters() {
        assert_eq!(range("O1"), range("0l"));
        assert_eq!(range("U"), None);
        assert_eq!(range(""), None);
        assert_eq!(range("0000000000000"), None);
    }

    proptest! {
        #[test]
        fn every_prefix_finds_its_code(bits: u128, n in 1_u32..=12) {
            let code = code(Uuid::from_u128(bits));
            let (from, to) = range(&letters(code, n)).expect("letters are letters");
            prop_assert!(from <= code && code <= to);
        }
    }
}
