using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Studies.Tests.Json;

internal struct CountingVisitor : IStudyVisitor
{
    public int Values;
    public int Lists;

    public void Value(in StudyValue value) => Values += value.Utf8.Length >= 0 ? 1 : 0;

    public void EndList(StudyField list, int count, ReadOnlySpan<int> ordinals) => Lists++;
}
