//! Sentences that mean nothing but are shaped like reports: a few words very often, many rarely (Zipf), most of them
//! English, some French, Arabic and Chinese.

use crate::Chance;

const OFTEN: &str = "the of and to in mission on a with for peacekeeping by training protection was has support operations \
    civilians report women security police political plan host state member states council states implementation completed \
    draft guidance review department field headquarters partners funding agreed consultations first second workshop held \
    capacity planning conduct discipline performance accountability safety peacekeepers environment digital technology data \
    analysis early warning community engagement human rights justice reform elections ceasefire monitoring transition \
    drawdown budget committee mandate contingent troop police countries strategy framework policy manual camp sector office";
const FRENCH: &str = "mission paix sécurité formation protection civils rapport mandat gouvernement coopération régionale \
    évaluation financement élections désarmement réinsertion appui logistique équipe dialogue réconciliation frontière";
const ARABIC: &str = "السلام حفظ المدنيين حماية الأمم المتحدة تقرير تدريب بعثة الأمن تنفيذ التوصية المرأة الحوار الوطني الشرطة";
const CHINESE: &str = "维持和平 保护平民 安全理事会 培训 报告 特派团 妇女 执行情况 对话 警察 资源 技术 战略 环境 伙伴关系";
const STEMS: &str = "coordin negoti verif alloc deploy consolid mediat stabil integr demonstr facilit evaluat harmon regul \
    formul activ oper estim circul communic investig document particip authoris simplif strength resolv procur recruit sustain \
    equip inform structur account audit assess transfer contract transport supervis comp rehabil prior certif translat";
const ENDS: &str = "ation ator ed ing es e ational ations ators able ability ment ive ively or al ary ism ist ous";
const BEGINS: &str = "re pre co inter de non sub over under multi trans counter pro un out";

/// Different words.
const WORDS: usize = 15_000;

#[derive(Debug)]
pub(crate) struct Prose {
    /// The most frequent first.
    words: Vec<String>,
}

impl Prose {
    pub(crate) fn new(chance: &mut Chance) -> Self {
        let split = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        let (stems, ends, begins) = (split(STEMS), split(ENDS), split(BEGINS));
        let mut words: Vec<String> = split(OFTEN).into_iter().map(str::to_owned).collect();
        let mut foreign = [FRENCH, ARABIC, CHINESE].map(split).concat().into_iter();
        while words.len() < WORDS {
            // A foreign word every so often, until they are used up.
            if words.len().is_multiple_of(9)
                && let Some(word) = foreign.next()
            {
                words.push(word.to_owned());
            }
            let begin = if chance.percent(40) { *chance.one_of(&begins) } else { "" };
            let second = if chance.percent(30) { *chance.one_of(&stems) } else { "" };
            words.push(format!("{begin}{}{second}{}", chance.one_of(&stems), chance.one_of(&ends)));
        }
        Self { words }
    }

    /// A word: the n-th most frequent one 1/n as often as the first.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // far below 2^53
    pub(crate) fn word(&self, chance: &mut Chance) -> &str {
        let rank = (self.words.len() as f64).powf(chance.share()) as usize;
        &self.words[rank.min(self.words.len()) - 1]
    }

    /// A sentence of so many words.
    pub(crate) fn sentence(&self, chance: &mut Chance, words: usize) -> String {
        let mut out = self.phrase(chance, words);
        if let Some(first) = out.get(..1).map(str::to_uppercase) {
            out.replace_range(..1, &first);
        }
        out.push('.');
        out
    }

    /// So many words, without capital or full stop.
    pub(crate) fn phrase(&self, chance: &mut Chance, words: usize) -> String {
        let mut out = String::with_capacity(words * 9);
        for n in 0..words {
            if n > 0 {
                out.push(' ');
            }
            out.push_str(self.word(chance));
        }
        out
    }
}
