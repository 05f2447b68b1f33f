using Mainstay.Api;
using Mainstay.Rhythm;

namespace Mainstay.Exchange;

/// <summary>Who can help, for programs.</summary>
internal static class WhoCanHelpApi
{
    private static readonly HelpAnswers Sample = new(["pricing"], [], 1,
    [
        new(RhythmExamples.Grace.Id, RhythmExamples.Grace.Name, .2214, .72, .38, .6, [new("topic", "topic", "pricing")], ["Knows a lot about it, by what you wrote.", "Would say yes: about 4 in 10.", "Close; you were last in touch 4 weeks ago.", "Not asked yet, so nobody knows how soon."]),
    ]);

    public static void Map(ApiRoutes api) => api.Get("/who", Who, new("whoCanHelp", "Who can help with something, and why")
    {
        Chapter = "Asks",
        About = "Looks through topics, titles, organizations, roles, labels, notes, touches, what they promised and past help. Plurals, accents and typing mistakes do not matter; any of the words will do. Every number is an estimate, and says from what it comes.",
        Parameters =
        [
            new("q", typeof(string), "A topic, or a question.") { Example = "pricing for clinics" },
            new("need", typeof(Guid), "The need it is for; its topic stands for a question that is not there."),
            new("limit", typeof(int), $"How many at most, 1 to {WhoCanHelpQueries.Most}; {WhoCanHelpQueries.Usual} when not said.") { Example = WhoCanHelpQueries.Usual },
        ],
        Answer = AnswerShape.Of<HelpAnswers>("Who could help.", Sample),
    });

    private static async Task<ApiAnswer> Who(ApiCall call)
    {
        var need = call.Asked("need") is not { } text ? (Guid?)null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong("need", "Exchange.NotAnId");
        var most = call.Number("limit", 1, WhoCanHelpQueries.Most) ?? WhoCanHelpQueries.Usual;
        return ApiAnswer.Of(HelpAnswers.Of(await call.Store.WhoCanHelp(call.Asked("q"), need, most, call.Today, call.Stop)));
    }
}
