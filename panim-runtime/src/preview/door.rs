//! Who may come in: whoever knows the token, from a page of this very server.

use crate::{Error, Result};

const TOKEN_BYTES: usize = 16;

pub(super) struct Door {
    token: String,
    hosts: [String; 2],
}

impl Door {
    pub(super) fn new(token: String, port: u16) -> Self {
        Self { token, hosts: ["127.0.0.1", "localhost"].map(|host| format!("{host}:{port}")) }
    }

    /// Another Host is another name for this address, by which a foreign page would reach it; another
    /// Origin is a foreign page.
    pub(super) fn admits(
        &self,
        token: Option<&str>,
        host: Option<&str>,
        origin: Option<&str>,
    ) -> bool {
        let is_own = |host: &str| self.hosts.iter().any(|own| own == host);
        let is_from_here =
            origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(is_own));
        host.is_some_and(is_own) && is_from_here && token.is_some_and(|token| self.is_token(token))
    }

    /// In the same time wherever the first wrong letter is.
    fn is_token(&self, given: &str) -> bool {
        let (own, given) = (self.token.as_bytes(), given.as_bytes());
        let differing = own.iter().zip(given).fold(0, |found, (a, b)| found | (a ^ b));
        own.len() == given.len() && differing == 0
    }
}

/// What nobody guesses.
pub(super) fn random_token() -> Result<String> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Error::Other {
        source: format!("no random numbers for the preview's token: {error}").into(),
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_who_knows_the_token_and_comes_from_here_is_admitted() {
        let token = random_token().unwrap();
        assert!(token.len() == 32 && token != random_token().unwrap());
        let door = Door::new(token.clone(), 8080);
        let (token, host) = (Some(token.as_str()), Some("127.0.0.1:8080"));
        assert!(door.admits(token, host, None));
        assert!(door.admits(token, Some("localhost:8080"), Some("http://localhost:8080")));
        for other in [None, Some(""), Some("0"), Some(&token.unwrap()[1..])] {
            assert!(!door.admits(other, host, None), "{other:?}");
        }
        for other in [None, Some("127.0.0.1"), Some("127.0.0.1:80"), Some("evil.example:8080")] {
            assert!(!door.admits(token, other, None), "{other:?}");
        }
        for other in ["null", "http://evil.example", "https://127.0.0.1:8080", "http://127.0.0.1"] {
            assert!(!door.admits(token, host, Some(other)), "{other}");
        }
    }
}
