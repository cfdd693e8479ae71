using System.Text;
using Lind.Studies;

namespace Lind.Fuzz.Targets;

/// <summary>Ids, dates and ages: what parses is written as it came, and parses again to the same.</summary>
internal sealed class ValuesTarget : FuzzTarget
{
    public override string Name => "values";

    public override IReadOnlyList<byte[]> Samples { get; } =
    [
        .. new[] { "NCT04325594", "nct4325594", "2020", "2020-03", "2020-02-29", "18 Years", "6 Months", "1 Minute" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public override IReadOnlyList<string> Tokens => ["NCT", "0", "-", " ", "Years", "Week", "9999"];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (NctId.Parse(text).TryGet(out var id))
        {
            Demand(id.ToString() == text, "the id is written otherwise");
        }

        NctId.ParseRequest(text).TryGet(out _);
        if (PartialDate.Parse(text).TryGet(out var date))
        {
            Demand(date.ToString() == text, "the date is written otherwise");
            Demand(date.Range.First <= date.Range.Last, "the date's range is empty");
        }

        if (Age.Parse(text).TryGet(out var age))
        {
            Demand(Age.Parse(age.ToString()).Value == age, "the age is not the same again");
        }

        Demand(PartialDate.FromRecord(text).ToString() == text, "a record's date text is not kept");
        Demand(Age.FromRecord(text).ToString() == text, "a record's age text is not kept");
    }
}
