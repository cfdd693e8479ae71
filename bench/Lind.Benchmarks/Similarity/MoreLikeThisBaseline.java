import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene's MoreLikeThis over lines of "id TAB query? TAB key text TAB all text"; writes "setting TAB id TAB ranked ids". */
final class MoreLikeThisBaseline {
    public static void main(String[] args) throws Exception {
        var directory = new ByteBuffersDirectory();
        var analyzer = new EnglishAnalyzer();
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.setStoreTermVectors(true);
        type.freeze();
        List<Integer> queries = new ArrayList<>();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
                BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
            int doc = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), doc++) {
                String[] parts = line.split("\t", -1);
                var document = new Document();
                document.add(new StringField("id", parts[0], Field.Store.YES));
                document.add(new Field("key", parts[2], type));
                document.add(new Field("all", parts[3], type));
                writer.addDocument(document);
                if (parts[1].equals("1")) {
                    queries.add(doc);
                }
            }
            writer.forceMerge(1);
        }
        try (var reader = DirectoryReader.open(directory);
                var out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
            var searcher = new IndexSearcher(reader);
            for (String field : new String[] {"key", "all"}) {
                for (int terms : new int[] {25, 50, 100}) {
                    for (boolean boost : new boolean[] {false, true}) {
                        var mlt = new MoreLikeThis(reader);
                        mlt.setAnalyzer(analyzer);
                        mlt.setFieldNames(new String[] {field});
                        mlt.setMinTermFreq(1);
                        mlt.setMinDocFreq(2);
                        mlt.setMaxQueryTerms(terms);
                        mlt.setBoost(boost);
                        for (int doc : queries) {
                            out.print(field + " " + terms + (boost ? " boosted" : "") + "\t" + reader.document(doc).get("id") + "\t");
                            for (ScoreDoc hit : searcher.search(mlt.like(doc), 101).scoreDocs) {
                                if (hit.doc != doc) {
                                    out.print(reader.document(hit.doc).get("id") + " ");
                                }
                            }
                            out.println();
                        }
                    }
                }
            }
        }
    }
}
