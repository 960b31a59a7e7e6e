#include "report/wording.h"

#include <gtest/gtest.h>

#include "audit/verdict.h"

namespace caveat {
namespace {

TEST(Wording, ScoreIsExplainedByTheFormulaThatMadeIt) {
  for (const Counts counts : {Counts{0, 0, 0, 0}, Counts{1, 0, 0, 0}, Counts{0, 3, 1, 0},
                              Counts{2, 5, 9, 4}, Counts{40, 0, 0, 0}}) {
    std::vector<Finding> findings(counts.errors + counts.warnings + counts.suggestions);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      findings[i].severity = i < counts.errors                     ? Severity::Error
                             : i < counts.errors + counts.warnings ? Severity::Warning
                                                                   : Severity::Suggestion;
    }
    const std::string end = " = " + std::to_string(risk_score(findings)) + ".";
    EXPECT_TRUE(score_in_words(counts).ends_with(end)) << score_in_words(counts) << end;
  }
}

}  // namespace
}  // namespace caveat
