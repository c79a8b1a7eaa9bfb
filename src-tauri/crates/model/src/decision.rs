//! What an answer of an addressee needs. A decision says nothing about progress, and progress nothing about it.
//!
//! Does not know who was asked; the commands do.

use crate::Refusal;
use crate::vocabulary::DecisionKind;

impl DecisionKind {
    /// Answers that decline, wholly or in part, say why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::NotAccepted | Self::AcceptedInPart | Self::NotApplicable)
    }
}

/// Refuses an answer that must say why and does not.
pub fn may_decide(answer: DecisionKind, reason: Option<&str>) -> Result<(), Refusal> {
    if answer.needs_reason() && reason.is_none() {
        let said = answer.as_str().replace('_', " ");
        return Err(Refusal::new(
            "no_reason",
            format!("“{said}” needs a reason: say why, in the words of the actor if you have them."),
        )
        .about("reason"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_decline_say_why() {
        let check =
            |answer, reason: Option<&str>, expect: bool| assert_eq!(may_decide(answer, reason).is_ok(), expect, "{answer}");
        check(DecisionKind::Accepted, None, true);
        check(DecisionKind::AcceptedInPrinciple, None, true);
        check(DecisionKind::Noted, None, true);
        check(DecisionKind::UnderConsideration, None, true);
        check(DecisionKind::NotAccepted, None, false);
        check(DecisionKind::AcceptedInPart, None, false);
        check(DecisionKind::NotApplicable, None, false);
        check(DecisionKind::NotAccepted, Some("It is not ours."), true);
    }
}
