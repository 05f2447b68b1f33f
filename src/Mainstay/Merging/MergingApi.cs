using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Merging;

/// <summary>People who are in the network twice, for programs.</summary>
internal static class MergingApi
{
    private const string Chapter = "People";

    private static readonly PersonLine Grace = new(PeopleExamples.GraceId, "Grace Hopper"), Twice = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a31"), "G. Hopper");

    private static readonly DuplicateAnswer Sample = new(Grace, Twice, .88, "Very likely the same person.", ["Both have the address grace@navy.example."]);

    public static void Map(ApiRoutes api)
    {
        api.Get("/duplicates", async call => ApiAnswer.Of(DuplicatesAnswer.Of(await call.Store.Duplicates(call.Limit, call.Stop))), new("listDuplicates", "Who may be in the network twice, and why")
        {
            Chapter = Chapter,
            About = "The likeliest first. Nobody is ever brought together without being told to.",
            Parameters = [Parameter.Limit],
            Answer = AnswerShape.Of<DuplicatesAnswer>("Two by two.", new DuplicatesAnswer([Sample], 1)),
        });
        api.Get("/people/{id:guid}/duplicates", async call =>
        {
            await call.Store.PersonOf(call.Id(), call.Stop);
            return ApiAnswer.Of(DuplicatesAnswer.Of(await call.Store.DuplicatesOf(call.Id(), call.Stop)));
        }, new("listDuplicatesOf", "Who may be this person once more, and why")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.Of<DuplicatesAnswer>("Two by two.", new DuplicatesAnswer([Sample], 1)),
        });
        api.Get("/duplicates/compare", Compare, new("comparePeople", "What would have to be chosen if two people were one")
        {
            Chapter = Chapter,
            Parameters = [new("keep", typeof(Guid), "Who would stay.") { Example = Grace.Id }, new("other", typeof(Guid), "Who would be brought in.") { Example = Twice.Id }],
            Answer = AnswerShape.Of<CompareAnswer>("How likely it is, and where they differ.", new CompareAnswer(Sample, [new("name", "Grace Hopper", "G. Hopper")])),
        });
        api.Post("/people/{id:guid}/merge", Merge, new("mergePeople", "Bring somebody into this person, who is the same")
        {
            Chapter = Chapter,
            About = "Whatever is about the other is about this one from then on; lists are joined, notes stand below each other. For thirty days it can be taken back.",
            Parameters = [Parameter.Id("Who stays.")],
            Body = BodyShape.Of<MergeFields>("Who comes, and in what they have the word.", new MergeFields(Twice.Id, ["name"])),
            Answer = ChangesApi.Shape,
        });
        MapApart(api);
    }

    private static void MapApart(ApiRoutes api)
    {
        api.Put("/people/{id:guid}/apart/{other:guid}", async call =>
        {
            await call.Store.SayApart(call.Id(), call.Id("other"), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("sayApart", "Say that two people who look alike are two") { Chapter = Chapter, Parameters = [Parameter.Id("The one."), Other] });
        api.Delete("/people/{id:guid}/apart/{other:guid}", async call =>
        {
            await call.Store.UnsayApart(call.Id(), call.Id("other"), call.Stop);
            return ApiAnswer.Done;
        }, new("unsayApart", "Take that back") { Chapter = Chapter, Parameters = [Parameter.Id("The one."), Other] });
    }

    private static Parameter Other => Parameter.Id("The other.", "other");

    private static async Task<ApiAnswer> Compare(ApiCall call) =>
        ApiAnswer.Of(CompareAnswer.Of(await call.Store.BesideEachOther(Asked(call, "keep"), Asked(call, "other"), call.Stop)));

    private static Guid Asked(ApiCall call, string name) => Guid.TryParse(call.Asked(name), out var id) ? id : throw ApiCall.Wrong(name, "Api.NotAnId");

    private static async Task<ApiAnswer> Merge(ApiCall call)
    {
        var fields = await call.Body<MergeFields>();
        return ChangesApi.Of(await call.Store.MergePeople(new(call.Id(), fields.Other, fields.Take ?? []), call.Today, call.Clock, call.Stop));
    }
}
