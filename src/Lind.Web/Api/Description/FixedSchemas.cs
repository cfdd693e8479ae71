using System.Text.Json.Nodes;

namespace Lind.Web.Api.Description;

/// <summary>The schemas of what the APIs wrap around records.</summary>
internal static class FixedSchemas
{
    private const string Text = """
        {
          "Text": {"type": "string"},
          "Binary": {"type": "string", "contentMediaType": "application/octet-stream"},
          "Object": {"type": "object"},
          "PartialDate": {"type": "string", "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$"},
          "GeoPoint": {"type": "object", "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}}},
          "PagedStudies": {"type": "object", "required": ["studies"], "properties": {
            "totalCount": {"type": "integer"},
            "studies": {"type": "array", "items": {"$ref": "#/components/schemas/Study"}},
            "nextPageToken": {"type": "string"}}},
          "Version": {"type": "object", "required": ["apiVersion"], "properties": {
            "apiVersion": {"type": "string"}, "dataTimestamp": {"type": "string"}}},
          "FieldNodeList": {"type": "array", "items": {"$ref": "#/components/schemas/FieldNode"}},
          "FieldNode": {"type": "object", "required": ["name", "piece", "sourceType", "type"], "properties": {
            "name": {"type": "string"}, "piece": {"type": "string"}, "title": {"type": "string"},
            "sourceType": {"type": "string"}, "type": {"type": "string"}, "isEnum": {"type": "boolean"},
            "nested": {"type": "boolean"}, "synonyms": {"type": "boolean"}, "maxChars": {"type": "integer"},
            "altPieceNames": {"type": "array", "items": {"type": "string"}},
            "rules": {"type": "string"}, "description": {"type": "string"},
            "dedLink": {"type": "object", "required": ["label", "url"], "properties": {
              "label": {"type": "string"}, "url": {"type": "string"}}},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/FieldNode"}}}},
          "SearchDocumentList": {"type": "array", "items": {"type": "object", "required": ["areas", "name"], "properties": {
            "name": {"type": "string"},
            "areas": {"type": "array", "items": {"$ref": "#/components/schemas/SearchArea"}}}}},
          "SearchArea": {"type": "object", "required": ["name", "parts"], "properties": {
            "name": {"type": "string"}, "param": {"type": "string"}, "uiLabel": {"type": "string"},
            "parts": {"type": "array", "items": {"type": "object",
              "required": ["isEnum", "isSynonyms", "pieces", "type", "weight"], "properties": {
              "pieces": {"type": "array", "items": {"type": "string"}}, "type": {"type": "string"},
              "weight": {"type": "number"}, "isEnum": {"type": "boolean"}, "isSynonyms": {"type": "boolean"}}}}}},
          "EnumInfoList": {"type": "array", "items": {"type": "object", "required": ["pieces", "type", "values"],
            "properties": {"type": {"type": "string"}, "pieces": {"type": "array", "items": {"type": "string"}},
            "values": {"type": "array", "items": {"type": "object", "required": ["legacyValue", "value"], "properties": {
              "value": {"type": "string"}, "legacyValue": {"type": "string"}, "exceptions": {"type": "object"}}}}}}},
          "GzipStats": {"type": "object",
            "required": ["averageSizeBytes", "largestStudies", "percentiles", "ranges", "totalStudies"], "properties": {
            "totalStudies": {"type": "integer"}, "averageSizeBytes": {"type": "integer"},
            "percentiles": {"type": "object", "additionalProperties": {"type": "integer"}},
            "ranges": {"type": "array", "items": {"type": "object", "required": ["sizeRange", "studiesCount"],
              "properties": {"sizeRange": {"type": "string"}, "studiesCount": {"type": "integer"}}}},
            "largestStudies": {"type": "array", "items": {"type": "object", "required": ["id", "sizeBytes"],
              "properties": {"id": {"type": "string"}, "sizeBytes": {"type": "integer"}}}}}},
          "ValueCount": {"type": "object", "required": ["studiesCount", "value"], "properties": {
            "value": {"type": "string"}, "studiesCount": {"type": "integer"}}},
          "FieldValuesStatsList": {"type": "array", "items": {"$ref": "#/components/schemas/FieldValuesStats"}},
          "FieldValuesStats": {"type": "object", "required": ["field", "missingStudiesCount", "piece", "type"],
            "properties": {
            "type": {"type": "string", "enum": ["ENUM", "STRING", "DATE", "INTEGER", "NUMBER", "BOOLEAN"]},
            "piece": {"type": "string"}, "field": {"type": "string"}, "studiesCount": {"type": "integer"},
            "missingStudiesCount": {"type": "integer"}, "uniqueValuesCount": {"type": "integer"},
            "topValues": {"type": "array", "items": {"$ref": "#/components/schemas/ValueCount"}},
            "longest": {}, "min": {"type": ["string", "number"]}, "max": {"type": ["string", "number"]},
            "avg": {"type": "number"}, "formats": {"type": "array", "items": {"type": "string"}},
            "trueCount": {"type": "integer"}, "falseCount": {"type": "integer"}}},
          "ListSizesList": {"type": "array", "items": {"type": "object",
            "required": ["field", "piece", "uniqueSizesCount"], "properties": {
            "piece": {"type": "string"}, "field": {"type": "string"}, "uniqueSizesCount": {"type": "integer"},
            "minSize": {"type": "integer"}, "maxSize": {"type": "integer"},
            "topSizes": {"type": "array", "items": {"type": "object", "required": ["size", "studiesCount"],
              "properties": {"size": {"type": "integer"}, "studiesCount": {"type": "integer"}}}}}}},
          "SiteDistance": {"type": "object", "required": ["locationIndex", "distanceMiles"], "properties": {
            "locationIndex": {"type": "integer"}, "distanceMiles": {"type": "number"}, "facility": {"type": "string"},
            "city": {"type": "string"}, "status": {"type": "string"}}},
          "SearchAnswer": {"type": "object", "required": ["studies", "snapshot"], "properties": {
            "totalCount": {"type": "integer"}, "nextPageToken": {"type": "string"}, "snapshot": {"type": "string"},
            "studies": {"type": "array", "items": {"type": "object", "required": ["nctId", "score"], "properties": {
              "nctId": {"type": "string"}, "score": {"type": "number"},
              "nearestSite": {"$ref": "#/components/schemas/SiteDistance"},
              "nearestRecruitingSite": {"$ref": "#/components/schemas/SiteDistance"},
              "highlights": {"type": "array", "items": {"type": "object", "required": ["piece", "path", "text", "spans"],
                "properties": {"piece": {"type": "string"}, "path": {"type": "string"}, "text": {"type": "string"},
                "spans": {"type": "array", "items": {"type": "object", "required": ["start", "length"], "properties": {
                  "start": {"type": "integer"}, "length": {"type": "integer"}}}}}}},
              "study": {"$ref": "#/components/schemas/Study"}}}},
            "facets": {"type": "object", "additionalProperties": {"type": "object",
              "required": ["values", "missingStudiesCount"], "properties": {
              "values": {"type": "array", "items": {"$ref": "#/components/schemas/ValueCount"}},
              "missingStudiesCount": {"type": "integer"}}}},
            "histograms": {"type": "array", "items": {"type": "object",
              "required": ["field", "missingStudiesCount", "bars"], "properties": {
              "field": {"type": "string"}, "missingStudiesCount": {"type": "integer"},
              "bars": {"type": "array", "items": {"type": "object", "required": ["from", "studiesCount"], "properties": {
                "from": {"type": "string"}, "studiesCount": {"type": "integer"}}}}}}},
            "details": {"type": "array", "items": {"type": "object", "required": ["area", "terms"], "properties": {
              "area": {"type": "string"},
              "terms": {"type": "array", "items": {"type": "object", "required": ["text", "studiesCount", "synonyms"],
                "properties": {"text": {"type": "string"}, "studiesCount": {"type": "integer"},
                "synonyms": {"type": "array", "items": {"type": "object",
                  "required": ["id", "text", "source", "studiesCount", "active"], "properties": {
                  "id": {"type": "string"}, "text": {"type": "string"}, "source": {"type": "string"},
                  "studiesCount": {"type": "integer"}, "active": {"type": "boolean"}}}}}}}}}},
            "spelling": {"$ref": "#/components/schemas/Spelling"},
            "patient": {"type": "object", "required": ["findings", "negated"], "properties": {
              "ageYears": {"type": "number"}, "sex": {"type": "string"},
              "findings": {"type": "array", "items": {"type": "object", "required": ["text", "weight"], "properties": {
                "text": {"type": "string"}, "weight": {"type": "number"}}}},
              "negated": {"type": "array", "items": {"type": "string"}}}}}},
          "Suggestions": {"type": "object", "required": ["suggestions"], "properties": {
            "suggestions": {"type": "array", "items": {"$ref": "#/components/schemas/ValueCount"}}}},
          "Spelling": {"type": "object", "properties": {
            "parameter": {"type": "string"}, "text": {"type": "string"}}},
          "StudyBatch": {"type": "object", "required": ["studies", "unknown"], "properties": {
            "studies": {"type": "array", "items": {"$ref": "#/components/schemas/Study"}},
            "unknown": {"type": "array", "items": {"type": "string"}}}},
          "StudySites": {"type": "object", "required": ["nctId", "totalCount", "sites"], "properties": {
            "nctId": {"type": "string"}, "totalCount": {"type": "integer"},
            "sites": {"type": "array", "items": {"type": "object", "required": ["locationIndex"], "properties": {
              "locationIndex": {"type": "integer"}, "facility": {"type": "string"}, "status": {"type": "string"},
              "city": {"type": "string"}, "state": {"type": "string"}, "zip": {"type": "string"},
              "country": {"type": "string"}, "distanceMiles": {"type": "number"}}}}}},
          "Explanation": {"type": "object", "required": ["matches", "score", "description"], "properties": {
            "matches": {"type": "boolean"}, "score": {"type": "number"}, "description": {"type": "string"},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Explanation"}}}},
          "RelatedStudies": {"type": "object", "required": ["related"], "properties": {
            "nctId": {"type": "string"}, "nctIds": {"type": "array", "items": {"type": "string"}},
            "related": {"type": "array", "items": {"type": "object", "required": ["nctId", "score", "reasons"],
              "properties": {"nctId": {"type": "string"}, "score": {"type": "number"},
              "block": {"type": "string", "enum": ["family", "related", "moreRelated"]},
              "reasons": {"type": "array", "items": {"type": "string"}},
              "differences": {"type": "array", "items": {"type": "string"}},
              "contributions": {"type": "array", "items": {"type": "object", "properties": {
                "feature": {"type": "string"}, "similarity": {"type": "number"}, "points": {"type": "number"}}}}}}},
            "unknown": {"type": "array", "items": {"type": "string"}}}},
          "PostedText": {"type": "object", "required": ["text"], "additionalProperties": false,
            "properties": {"text": {"type": "string", "maxLength": 200000}}},
          "Problem": {"type": "object", "required": ["title", "status", "detail"], "properties": {
            "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
            "detail": {"type": "string"}, "parameter": {"type": "string"},
            "position": {"type": "integer"}, "length": {"type": "integer"},
            "expected": {"type": "string"}, "suggestion": {"type": "string"}}}
        }
        """;

    public static Dictionary<string, JsonNode> Read() =>
        JsonNode.Parse(Text)!.AsObject().ToDictionary(member => member.Key, member => member.Value!);
}
