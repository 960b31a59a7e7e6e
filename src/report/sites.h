// Which site each document of a run belongs to: the folder below those that all of them share.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace caveat {

// In the order of `report.documents`; empty for a document that lies in no such folder.
std::vector<std::string> sites(const Report& report);

}  // namespace caveat
