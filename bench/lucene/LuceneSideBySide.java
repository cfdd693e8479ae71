import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene's side of the comparison: builds an index from the corpus file that {@code side-by-side export} writes
 * (its layout is described there) and answers the same queries, one thread, top 10 + exact count + five facets.
 *
 * <p>Usage: java -cp JARS LuceneSideBySide.java build CORPUS INDEX THREADS [catchall] | query CORPUS INDEX QUERIES PASSES [catchall]
 *
 * <p>With {@code catchall} only the 15 heaviest fields of each area are fields of their own; all text stands in one more, which
 * is searched in their stead.
 */
public final class LuceneSideBySide {
  private static final int FACETS = 5;
  private static final int OWN_FIELDS = 15;
  private static final String ALL = "all";

  public static void main(String[] args) throws Exception {
    if (args[0].equals("build")) {
      build(args[1], Path.of(args[2]), Integer.parseInt(args[3]), args.length > 4);
    } else {
      query(args[1], Path.of(args[2]), Path.of(args[3]), Integer.parseInt(args[4]), args.length > 5);
    }
  }

  /** The heaviest fields of an area, and of the widest area the field of all text. */
  private static Map<String, Float> heaviest(String area, Map<String, Float> fields) {
    Map<String, Float> result = new LinkedHashMap<>();
    fields.entrySet().stream().sorted(Map.Entry.<String, Float>comparingByValue().reversed()).limit(OWN_FIELDS)
        .forEach(field -> result.put(field.getKey(), field.getValue()));
    if (area.equals("BasicSearch")) {
      result.put(ALL, Collections.min(fields.values()));
    }
    return result;
  }

  private static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer source = new StandardTokenizer();
        TokenStream result = new EnglishMinimalStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(source)));
        return new TokenStreamComponents(source, result);
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return 100;
      }
    };
  }

  private static void build(String corpus, Path index, int threads, boolean catchAll) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(analyzer()).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(512);
    FacetsConfig facets = facetsConfig();
    int count = 0;
    long reading = 0;
    long start = System.nanoTime();
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(index), config); Corpus in = new Corpus(corpus)) {
      in.catchAll = catchAll;
      ArrayBlockingQueue<List<Document>> queue = new ArrayBlockingQueue<>(256);
      List<Document> end = List.of();
      Thread[] workers = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        workers[i] = new Thread(() -> {
          try {
            for (List<Document> block = queue.take(); block != end; block = queue.take()) {
              writer.addDocuments(block);
            }
            queue.put(end);
          } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
          }
        });
        workers[i].start();
      }
      while (true) {
        long before = System.nanoTime();
        List<Document> block = in.next(facets);
        reading += System.nanoTime() - before;
        if (block == null) {
          break;
        }
        queue.put(block);
        count++;
      }
      queue.put(end);
      for (Thread worker : workers) {
        worker.join();
      }
      writer.commit();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        bytes += Files.size(file);
      }
    }
    System.out.printf("{\"engine\":\"lucene\",\"studies\":%d,\"seconds\":%.1f,\"readingSeconds\":%.1f,\"bytes\":%d}%n",
        count, seconds, reading / 1e9, bytes);
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    for (int i = 0; i < FACETS; i++) {
      config.setMultiValued("f" + i, true);
    }
    return config;
  }

  private static void query(String corpus, Path index, Path queries, int passes, boolean catchAll) throws Exception {
    Map<String, Map<String, Float>> areas;
    try (Corpus in = new Corpus(corpus)) {
      areas = in.areas;
    }
    if (catchAll) {
      areas.replaceAll(LuceneSideBySide::heaviest);
    }
    List<String> lines = Files.readAllLines(queries);
    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
      Translator translator = new Translator(areas);
      List<Double> times = new ArrayList<>();
      StringBuilder counts = new StringBuilder();
      for (int pass = -2; pass < passes; pass++) {
        for (String line : lines) {
          String[] parts = line.split("\t", -1);
          long start = System.nanoTime();
          Query query = translator.translate(parts);
          TopScoreDocCollector top = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
          FacetsCollector matches = new FacetsCollector();
          searcher.search(query, MultiCollector.wrap(top, matches));
          SortedSetDocValuesFacetCounts facets = new SortedSetDocValuesFacetCounts(state, matches);
          for (int i = 0; i < FACETS; i++) {
            try {
              facets.getTopChildren(10, "f" + i);
            } catch (IllegalArgumentException noValues) {
              continue;
            }
          }
          int total = top.topDocs().totalHits.value > Integer.MAX_VALUE ? -1 : (int) top.getTotalHits();
          double ms = (System.nanoTime() - start) / 1e6;
          if (pass >= 0) {
            times.add(ms);
          } else if (pass == -2) {
            counts.append(counts.length() == 0 ? "" : ",").append(total);
          }
        }
      }
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      double mean = Arrays.stream(sorted).average().orElse(0);
      System.out.printf("{\"engine\":\"lucene\",\"queries\":%d,\"mean\":%.3f,\"p50\":%.3f,\"p99\":%.3f,\"qps\":%.0f,"
          + "\"counts\":[%s]}%n", lines.size(), mean, sorted[sorted.length / 2],
          sorted[(int) (sorted.length * .99)], 1000 / mean, counts);
    }
  }

  /** One line of the query file, as a Lucene query. */
  private static final class Translator {
    private final Map<String, Map<String, Float>> areas;
    private final Analyzer analyzer = analyzer();
    private final QueryBitSetProducer parents = new QueryBitSetProducer(new TermQuery(new Term("kind", "study")));

    Translator(Map<String, Map<String, Float>> areas) {
      this.areas = areas;
    }

    Query translate(String[] parts) throws IOException {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      all.add(new TermQuery(new Term("kind", "study")), Occur.FILTER);
      for (int i = 2; i + 1 < parts.length; i += 2) {
        clause(all, parts[i], parts[i + 1]);
      }
      return all.build();
    }

    private void clause(BooleanQuery.Builder all, String kind, String value) throws IOException {
      if (kind.startsWith("words:")) {
        for (String token : tokens(value)) {
          all.add(area(kind.substring(6), List.of(token)), Occur.MUST);
        }
      } else if (kind.startsWith("phrase:")) {
        all.add(area(kind.substring(7), tokens(value)), Occur.MUST);
      } else if (kind.startsWith("any:")) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String alternative : value.split("\\|")) {
          any.add(area(kind.substring(4), tokens(alternative)), Occur.SHOULD);
        }
        all.add(any.build(), Occur.MUST);
      } else if (kind.equals("start")) {
        String[] ends = value.split(",");
        all.add(IntPoint.newRangeQuery("start", Integer.parseInt(ends[0]), Integer.parseInt(ends[1])), Occur.FILTER);
      } else if (kind.equals("geo")) {
        String[] at = value.split(",");
        all.add(LatLonPoint.newDistanceQuery("geo", Double.parseDouble(at[0]), Double.parseDouble(at[1]),
            Double.parseDouble(at[2]) * 1609.344), Occur.FILTER);
      } else if (kind.equals("site")) {
        BooleanQuery.Builder site = new BooleanQuery.Builder();
        String[] cityAndStatus = value.split("\\|");
        for (String token : tokens(cityAndStatus[0])) {
          site.add(new TermQuery(new Term("city", token)), Occur.FILTER);
        }
        site.add(new TermQuery(new Term("siteStatus", cityAndStatus[1])), Occur.FILTER);
        all.add(new ToParentBlockJoinQuery(new ConstantScoreQuery(site.build()), parents, ScoreMode.None), Occur.FILTER);
      } else {
        throw new IOException("unknown clause " + kind);
      }
    }

    private Query area(String name, List<String> phrase) {
      BooleanQuery.Builder fields = new BooleanQuery.Builder();
      for (Map.Entry<String, Float> field : areas.get(name).entrySet()) {
        Query query = phrase.size() == 1
            ? new TermQuery(new Term(field.getKey(), phrase.get(0)))
            : new PhraseQuery(field.getKey(), phrase.toArray(new String[0]));
        fields.add(new BoostQuery(query, field.getValue()), Occur.SHOULD);
      }
      return fields.build();
    }

    private List<String> tokens(String text) throws IOException {
      List<String> result = new ArrayList<>();
      try (TokenStream stream = analyzer.tokenStream("q", text)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          result.add(term.toString());
        }
        stream.end();
      }
      return result;
    }
  }

  /** The corpus file, a study at a time: its sites as child documents, then itself. */
  private static final class Corpus implements AutoCloseable {
    final Map<String, Map<String, Float>> areas = new LinkedHashMap<>();
    private final DataInputStream in;
    private final String[] fields;
    private final Set<String> own = new HashSet<>();
    boolean catchAll;

    Corpus(String path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(path)), 1 << 20));
      if (in.readInt() != 0x4C534253 || in.readInt() != 1) {
        throw new IOException("not a corpus file of version 1");
      }
      fields = new String[in.readInt()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = text(in.readUnsignedShort());
      }
      for (int n = in.readInt(); n > 0; n--) {
        String area = text(in.readUnsignedShort());
        Map<String, Float> weights = new LinkedHashMap<>();
        for (int m = in.readInt(); m > 0; m--) {
          weights.put(fields[in.readUnsignedShort()], in.readFloat());
        }
        areas.put(area, weights);
        own.addAll(heaviest(area, weights).keySet());
      }
    }

    List<Document> next(FacetsConfig facets) throws IOException {
      int number;
      try {
        number = in.readInt();
      } catch (EOFException end) {
        return null;
      }
      List<Document> block = new ArrayList<>();
      Document study = new Document();
      study.add(new StringField("kind", "study", Field.Store.NO));
      study.add(new NumericDocValuesField("number", number));
      for (int n = in.readInt(); n > 0; n--) {
        String field = fields[in.readUnsignedShort()];
        String value = text(in.readInt());
        if (!catchAll || own.contains(field)) {
          study.add(new TextField(field, value, Field.Store.NO));
        }
        if (catchAll) {
          study.add(new TextField(ALL, value, Field.Store.NO));
        }
      }
      for (int i = 0; i < FACETS; i++) {
        for (int n = in.readUnsignedByte(); n > 0; n--) {
          String value = text(in.readUnsignedShort());
          if (!value.isEmpty()) {
            study.add(new SortedSetDocValuesFacetField("f" + i, value));
          }
        }
      }
      int start = in.readInt();
      if (start != Integer.MIN_VALUE) {
        study.add(new IntPoint("start", start));
      }
      for (int n = in.readInt(); n > 0; n--) {
        double latitude = in.readDouble();
        double longitude = in.readDouble();
        Document site = new Document();
        site.add(new TextField("city", text(in.readUnsignedShort()), Field.Store.NO));
        site.add(new StringField("siteStatus", text(in.readUnsignedShort()), Field.Store.NO));
        block.add(site);
        if (!Double.isNaN(latitude)) {
          study.add(new LatLonPoint("geo", latitude, longitude));
        }
      }
      block.add(facets.build(study));
      return block;
    }

    private String text(int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
