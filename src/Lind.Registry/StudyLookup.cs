using Lind.Store;
using Lind.Studies;

namespace Lind.Registry;

/// <summary>What an id led to: the study; or, if the id is a former one, the id to go to; or neither.</summary>
public readonly record struct StudyLookup(StoredStudy? Study, NctId? MovedTo);
