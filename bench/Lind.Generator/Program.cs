using System.Diagnostics;
using System.Globalization;
using Lind.Generator;

// Writes N made-up studies as the registry's bulk zip. See README.md beside this file.
const int Batch = 512;
const double ResultsMean = 30_000;
var options = Options.Read(args);
if (options is null)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var clock = Stopwatch.StartNew();
var corpus = Corpus.Load(options.From);
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{corpus.Plain.Length + corpus.Posted.Length:N0} donors read in {clock.Elapsed.TotalSeconds:F1} s"));
var weights = new DonorWeights([.. corpus.Posted.Select(donor => donor.ResultsSize)], ResultsMean);
var numbers = StudyNumbers.Draw(options.Studies, options.Seed);
var composers = new ThreadLocal<StudyComposer>(() => new StudyComposer(corpus, weights, options.Seed));
using var zip = new BulkZipWriter(new FileStream(options.Out, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20));
var packed = new PackedEntry[Batch];
long bytes = 0;
long zipped = 0;
clock.Restart();
for (var start = 0; start < numbers.Length; start += Batch)
{
    var count = Math.Min(Batch, numbers.Length - start);
    Parallel.For(0, count, i =>
    {
        var number = numbers[start + i];
        packed[i] = PackedEntry.Pack(StudyNumbers.EntryName(number), composers.Value!.Compose(number));
    });
    for (var i = 0; i < count; i++)
    {
        zip.Add(packed[i]);
        bytes += packed[i].Length;
        zipped += packed[i].Deflated.Length;
    }

    var done = start + count;
    if (done % (Batch * 20) == 0 || done == numbers.Length)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{done:N0} of {numbers.Length:N0} studies, {bytes / 1e6:N0} MB JSON (mean {bytes / done:N0} B), "
            + $"{zipped / 1e6:N0} MB zipped, {done / clock.Elapsed.TotalSeconds:N0} studies/s"));
    }
}

return 0;
