using Lind.Studies;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The one box: a study's number leads to the study, anything else to the search that it is read as.</summary>
internal static class FindPages
{
    /// <summary>The field of the one box.</summary>
    public const string Box = "ask";

    private const int LongestQuestion = 2000;

    /// <summary>Where a question leads; null when nothing is in the box. Fields filled beside it count as they are.</summary>
    public static IResult? Answer(HttpContext context, QuestionReader reader)
    {
        var isLone = IsLoneQuestion(context.Request.Query);
        var question = context.Request.Query[isLone ? SearchQuery.Question : Box].ToString().Trim();
        if (question.Length == 0)
        {
            return null;
        }

        question = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        var beside = SearchQuery.Parse(context.Request.Query);
        if (NctId.ParseRequest(question) is { Success: true, Value: var id } && beside.IsEmpty)
        {
            return Results.Redirect($"/study/{id}");
        }

        var read = reader.Read(question, context.RequestAborted).And(beside);
        return isLone && read.IsEmpty ? null : Results.Redirect(read.ToUrl());
    }

    // Other sites link to "/search?q=words": the name that this page gives to a question it has read already.
    private static bool IsLoneQuestion(IQueryCollection asked) => asked.Count == 1 && asked.ContainsKey(SearchQuery.Question);
}
