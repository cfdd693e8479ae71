using Lind.Studies;
using Microsoft.AspNetCore.Http;

namespace Lind.Web.Portal;

/// <summary>The one box: a study's number leads to the study, anything else to the search that it is read as.</summary>
internal static class FindPages
{
    private const int LongestQuestion = 2000;

    public static IResult Show(HttpContext context, QuestionReader reader)
    {
        var question = context.Request.Query["q"].ToString().Trim();
        question = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        if (NctId.ParseRequest(question) is { Success: true, Value: var id })
        {
            return Results.Redirect($"/study/{id}");
        }

        // More than the question may come along: the start page's box stands in a form with a status.
        var query = reader.Read(question, context.RequestAborted);
        var status = context.Request.Query["aggFilters"].ToString();
        return Results.Redirect((status.Length == 0 ? query : query.With(query.Agg.And(status))).ToUrl());
    }
}
