using Lind.Studies;

namespace Lind.Web.Portal;

/// <summary>The study record's values in words.</summary>
public static class StudyWords
{
    extension(Words words)
    {
        /// <summary>A coded value in words.</summary>
        public string Code<T>(T? code)
            where T : struct, IStudyCode<T> => words.Code(T.EnumType, code?.Code);

        /// <summary>A date as precise as the record has it; text that is no date as it came.</summary>
        public string Date(PartialDate? date) => date switch
        {
            null => words["date.none"],
            { IsDate: true } known => words.Date(known.Year, known.Month, known.Day),
            { } text => text.ToString(),
        };

        /// <summary>A date with whether it is planned or actual.</summary>
        public string Date(PartialDateStruct? date) => date?.Date is null ? words["date.none"]
            : date.Type is null ? words.Date(date.Date)
            : words.Say("value.dateOf", words.Date(date.Date), words.Code(date.Type));

        /// <summary>The phases as one phrase: <c>Phase 1/Phase 2</c>.</summary>
        public string Phases(IReadOnlyList<Phase>? phases) => phases is { Count: > 0 }
            ? string.Join('/', phases.Select(phase => words.Code((Phase?)phase)))
            : words["value.noPhase"];

        /// <summary>The phases as one phrase, from their codes.</summary>
        public string Phases(IReadOnlyList<string> phases) => phases.Count > 0
            ? string.Join('/', phases.Select(phase => words.Code("Phase", phase)))
            : words["value.noPhase"];

        /// <summary>A length of time in words; text of another form as it came.</summary>
        public string Age(Age age) => age.IsAge
            ? words.Count("age." + age.Unit.ToString().ToLowerInvariant(), age.Number) : age.ToString();

        public string YesNo(bool? value) => value switch
        {
            true => words["yes"],
            false => words["no"],
            null => words["silent.code"],
        };

        /// <summary>Where a site is, in one line: town, region, country.</summary>
        public string Place(Location site) => string.Join(words["list.comma"],
            new[] { site.City, site.State, site.Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
