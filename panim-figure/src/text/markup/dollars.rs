//! Which dollars stand around a formula, and which are money.

/// The formula that `text` begins with, without its dollars, and what follows it. `before` is what
/// stands in front of it.
pub(super) fn formula(before: Option<char>, text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('$')?;
    let mut escaped = false;
    let end = inside.find(|c| {
        let closes = c == '$' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    let (inside, after) = (&inside[..end], &inside[end + 1..]);
    is_formula(before, inside, after.chars().next()).then_some((inside, after))
}

/// Words that join prices and units, and no variables.
const JOINING: [&str; 10] = ["vs", "vs.", "versus", "and", "or", "to", "per", "of", "in", "for"];

/// What stands in front of a dollar to say whose it is.
const WHOSE: [&str; 8] = ["US", "AU", "CA", "NZ", "HK", "SG", "BR", "TW"];

/// Does what lies between two dollars read as a formula, and not as what lies between two prices,
/// as in "cost ($) vs price ($)" and "Revenue ($M) / Cost ($K)"?
fn is_formula(before: Option<char>, inside: &str, after: Option<char>) -> bool {
    let (Some(first), Some(last)) = (inside.chars().next(), inside.chars().next_back()) else {
        return false;
    };
    if first.is_whitespace() || last.is_whitespace() || after.is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    // no formula begins or ends with what stands between two others
    let is_script = |c: char| matches!(c, '^' | '_');
    let second_last = inside.chars().rev().nth(1);
    let is_loose =
        |c: char| matches!(c, ',' | ';' | ':' | '/' | '?' | '"' | '\u{2013}' | '\u{2026}');
    let escaped = second_last == Some('\\');
    if last == '-' && second_last.is_some_and(|c| !is_script(c)) {
        return false;
    }
    if first == ')' || is_loose(first) || (!escaped && (last == '(' || is_loose(last))) {
        return false;
    }
    // brackets that the formula stands in are not closed by it
    let mut open = 0_i32;
    let stands_in = before.filter(|c| matches!(c, '(' | '['));
    for c in inside.chars() {
        open += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
        if open < 0 && (c == ')' || stands_in.is_some()) {
            return false;
        }
    }
    // a letter beside a dollar is a unit, as in US$ and $M, unless what lies between is a script, a
    // command or one variable
    let is_short = inside.chars().count() == 1 && first.is_alphabetic();
    let is_marked = is_script(first) || matches!(first, '\\' | '{');
    let beside = before.is_some_and(char::is_alphabetic) || after.is_some_and(char::is_alphabetic);
    if beside && !(is_short || is_marked || inside.contains(['^', '_', '\\'])) {
        return false;
    }
    let last_word = inside.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(inside);
    if WHOSE.contains(&last_word) && last_word != inside {
        return false;
    }
    // prices have no commands, in whose words anything may stand
    if has_command(inside) {
        return true;
    }
    let words: Vec<&str> = inside.split_whitespace().collect();
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    !words.windows(2).any(|pair| pair.iter().all(is_word))
        && !words.iter().any(|word| JOINING.contains(word))
}

/// Is there a `\` with a letter behind it?
pub(in crate::text) fn has_command(inside: &str) -> bool {
    inside.split('\\').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Does every brace have its other one?
#[cfg(not(feature = "math"))]
pub(in crate::text) fn is_balanced(inside: &str) -> bool {
    let (mut open, mut escaped) = (0_usize, false);
    for character in inside.chars() {
        match character {
            '{' if !escaped => open += 1,
            '}' if !escaped => match open.checked_sub(1) {
                Some(left) => open = left,
                None => return false,
            },
            _ => {}
        }
        escaped = character == '\\' && !escaped;
    }
    open == 0
}
