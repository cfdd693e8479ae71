using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lind.Generator;

/// <summary>Puts one new study together from the modules of several donors.</summary>
/// <remarks>
/// What belongs together comes from one donor: conditions with their MeSH terms, description, eligibility and titles;
/// arms, interventions and design (with results: and outcomes) from a second of the same branch; sponsors, sites,
/// dates and references each from another. One instance per worker; a study depends only on seed and id.
/// </remarks>
internal sealed class StudyComposer
{
    /// <summary>The registry: 79,695 of 598,690 studies had results on 2026-08-16.</summary>
    private const double ResultsShare = 0.133;

    private static readonly DateOnly Newest = new(2026, 8, 14);

    private readonly ArrayBufferWriter<byte> _target = new(1 << 16);
    private readonly TextMixer _mixer;
    private readonly Corpus _corpus;
    private readonly DonorWeights _posted;
    private readonly ulong _seed;
    private bool _needsComma;

    public StudyComposer(Corpus corpus, DonorWeights posted, ulong seed)
    {
        _corpus = corpus;
        _posted = posted;
        _seed = seed;
        _mixer = new TextMixer(corpus, _target);
    }

    /// <summary>The compact JSON of the study with this number; valid until the next call.</summary>
    public ReadOnlySpan<byte> Compose(int number)
    {
        var rng = Rng.For(_seed, (ulong)number);
        var cast = Choose(ref rng);
        var setting = new TextMixer.Setting(cast.Subject.Branch, MoveOf(cast.Status, ref rng),
            rng.Chance(0.4) ? cast.Sites.City : []);
        _target.ResetWrittenCount();
        WriteProtocol(number, cast, setting, ref rng);
        WriteSection("resultsSection", cast.Design.HasResults ? cast.Design : null, setting, ref rng);
        WriteSection("annotationSection", cast.Subject, setting, ref rng);
        WriteSection("documentSection", cast.Design, setting, ref rng);
        Raw(",\"derivedSection\":{");
        _needsComma = false;
        Module("miscInfoModule", cast.Status, setting, ref rng);
        Module("conditionBrowseModule", cast.Subject, setting, ref rng);
        Module("interventionBrowseModule", cast.Design, setting, ref rng);
        Raw(cast.Design.HasResults ? "},\"hasResults\":true}" : "},\"hasResults\":false}");
        return _target.WrittenSpan;
    }

    /// <summary>Who gives what.</summary>
    private readonly record struct Cast(Donor Subject, Donor Design, Donor Status, Donor Sponsor, Donor Sites,
        Donor References);

    private Cast Choose(ref Rng rng)
    {
        if (rng.Chance(ResultsShare))
        {
            var posted = _corpus.Posted[_posted.Draw(ref rng)];
            return new Cast(posted, posted, Any(_corpus.Posted, ref rng), Any(_corpus.Posted, ref rng),
                Any(_corpus.Plain, ref rng), Any(_corpus.Posted, ref rng));
        }

        var subject = Any(_corpus.Plain, ref rng);
        var design = rng.Chance(0.55) ? subject : Companion(subject, ref rng);
        return new Cast(subject, design, SameType(subject, ref rng), Any(_corpus.Plain, ref rng),
            Any(_corpus.Plain, ref rng), Any(_corpus.Plain, ref rng));
    }

    /// <summary>A donor of the same branch and study type without results, or the subject itself.</summary>
    private Donor Companion(Donor subject, ref Rng rng)
    {
        var branch = _corpus.OfBranch(subject.Branch);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var other = Any(branch, ref rng);
            if (!other.HasResults && other.StudyType == subject.StudyType && other.Intervention.Length > 0)
            {
                return other;
            }
        }

        return subject;
    }

    private Donor SameType(Donor subject, ref Rng rng)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            var other = Any(_corpus.Plain, ref rng);
            if (other.StudyType == subject.StudyType)
            {
                return other;
            }
        }

        return subject;
    }

    private static Donor Any(Donor[] donors, ref Rng rng) => donors[rng.Below(donors.Length)];

    /// <summary>Up to two years back or one forward, never past the newest day.</summary>
    private static int MoveOf(Donor status, ref Rng rng) =>
        Math.Min(rng.Between(-730, 365), Newest.DayNumber - status.LastUpdate.DayNumber);

    private void WriteProtocol(int number, Cast cast, in TextMixer.Setting setting, ref Rng rng)
    {
        Raw("{\"protocolSection\":{");
        WriteIdentification(number, cast, setting, ref rng);
        Module("statusModule", cast.Status, setting, ref rng);
        Module("sponsorCollaboratorsModule", cast.Sponsor, setting, ref rng);
        Module("oversightModule", cast.Design, setting, ref rng);
        Module("descriptionModule", cast.Subject, setting, ref rng);
        Module("conditionsModule", cast.Subject, setting, ref rng);
        Module("designModule", cast.Design, setting, ref rng);
        Module("armsInterventionsModule", cast.Design, setting, ref rng);
        Module("outcomesModule", cast.Design, setting, ref rng);
        Module("eligibilityModule", cast.Subject, setting, ref rng);
        WriteContacts(cast, setting, ref rng);
        Module("referencesModule", cast.References, setting, ref rng);
        Module("ipdSharingStatementModule", cast.Sponsor, setting, ref rng);
        Raw("}");
    }

    private void WriteIdentification(int number, Cast cast, in TextMixer.Setting setting, ref Rng rng)
    {
        Raw(string.Create(CultureInfo.InvariantCulture, $"\"identificationModule\":{{\"nctId\":\"NCT{number:D8}\""));
        Raw(string.Create(CultureInfo.InvariantCulture,
            $",\"orgStudyIdInfo\":{{\"id\":\"{(char)('A' + rng.Below(26))}{(char)('A' + rng.Below(26))}-"
            + $"{rng.Below(10000):D4}-{rng.Below(1000):D3}\"}}"));
        _needsComma = true;
        Member("identificationModule", "organization", cast.Sponsor, setting, ref rng);
        if (ReferenceEquals(cast.Subject, cast.Design))
        {
            Member("identificationModule", "briefTitle", cast.Subject, setting, ref rng);
        }
        else
        {
            WriteTitle(cast, ref rng);
        }

        Member("identificationModule", "officialTitle", cast.Subject, setting, ref rng);
        Member("identificationModule", "acronym", cast.Subject, setting, ref rng);
        Raw("}");
        _needsComma = true;
    }

    private void WriteTitle(Cast cast, ref Rng rng)
    {
        var (before, between) = rng.Below(5) switch
        {
            0 => ("", " for "),
            1 => ("", " in Patients With "),
            2 => ("Study of ", " in "),
            3 => ("Effect of ", " on "),
            _ => ("Safety and Efficacy of ", " in Participants With "),
        };
        Raw(",\"briefTitle\":\"");
        Raw(before);
        _mixer.Write(cast.Design.Intervention);
        Raw(between);
        _mixer.Write(cast.Subject.Condition);
        Raw("\"");
    }

    private void WriteContacts(Cast cast, in TextMixer.Setting setting, ref Rng rng)
    {
        Begin("contactsLocationsModule");
        Raw("{");
        _needsComma = false;
        Member("contactsLocationsModule", "overallOfficials", cast.Sponsor, setting, ref rng);
        if (cast.Sites.Sites.Count > 0)
        {
            Begin("locations");
            Raw("[");
            for (var i = 0; i < cast.Sites.Sites.Count; i++)
            {
                Raw(i == 0 ? "" : ",");
                var site = rng.Chance(0.3) ? _corpus.Sites[rng.Below(_corpus.Sites.Length)] : cast.Sites.Sites[i];
                _mixer.Write(site, setting, ref rng);
            }

            Raw("]");
        }

        Raw("}");
        _needsComma = true;
    }

    private void WriteSection(string name, Donor? donor, in TextMixer.Setting setting, ref Rng rng)
    {
        _needsComma = true;
        if (donor is not null)
        {
            Module(name, donor, setting, ref rng);
        }
    }

    private void Member(string module, string member, Donor donor, in TextMixer.Setting setting, ref Rng rng) =>
        Value(member, donor.Module(module + "." + member), setting, ref rng);

    private void Module(string name, Donor donor, in TextMixer.Setting setting, ref Rng rng) =>
        Value(name, donor.Module(name), setting, ref rng);

    private void Value(string name, Template? template, in TextMixer.Setting setting, ref Rng rng)
    {
        if (template is null)
        {
            return;
        }

        Begin(name);
        _mixer.Write(template, setting, ref rng);
        _needsComma = true;
    }

    private void Begin(string name) => Raw((_needsComma ? ",\"" : "\"") + name + "\":");

    private void Raw(string ascii)
    {
        Encoding.ASCII.GetBytes(ascii, _target.GetSpan(ascii.Length));
        _target.Advance(ascii.Length);
    }
}
