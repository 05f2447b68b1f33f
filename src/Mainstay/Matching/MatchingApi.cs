using Mainstay.Api;

namespace Mainstay.Matching;

/// <summary>A round for programs: who could be whose mentor.</summary>
internal static class MatchingApi
{
    private static readonly string[] Wanted = ["pricing"], Offered = ["pricing strategy"], Wished = ["Grace Hopper"];

    private static readonly MatchQualityAnswer Quality = new(1, 1, 1, 1, 86.7, 0, 1);

    public static void Map(ApiRoutes api) => api.Post("/match", async call =>
    {
        call.IsConfidential = true; // who takes part is kept nowhere
        return ApiAnswer.Of(MatchAnswer.Of((await call.Body<MatchFields>()).Pair(call.Stop)));
    }, new("draftMatch", "Draft who could be whose mentor")
    {
        Chapter = "Matching",
        About = "Pairs mentees with mentors and says why, and how good the draft is, by what is best for all together or so that no two would rather have each other; the other way is compared. Nothing of it is kept.",
        Body = BodyShape.Of<MatchFields>("Both sides, and what the organiser decides.", new
        {
            Mentees = new[] { new { Name = "Ana Ruiz", Wants = Wanted, Prefers = Wished } },
            Mentors = new[] { new { Name = "Grace Hopper", Capacity = 2, Offers = Offered } },
        }),
        Answer = AnswerShape.Of<MatchAnswer>("The draft.", new MatchAnswer([new("Ana Ruiz", "Grace Hopper", 86.7, 1, ["Offers what is wanted: pricing."])], [], Quality, MatchMode.Assign, Quality, [])),
    });
}
