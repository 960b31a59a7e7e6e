// Whether a page is an article (a blog post, a guide, a newsletter that gives advice) and not a
// service, shop or price page: readers expect an author and a date of articles only.
#pragma once

#include "audit/segment.h"
#include "model/document.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Its title or first lines say so (lexicon `article-signs`), or it is one long text; a page with a
// list of prices is none, whatever its title.
bool is_article(const Document& document, const Segmented& text, const Rulebook& rulebook);

}  // namespace caveat
