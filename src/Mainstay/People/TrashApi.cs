using Mainstay.Api;

namespace Mainstay.People;

/// <summary>The trash, for programs.</summary>
internal static class TrashApi
{
    private const string Chapter = "People";

    public static void Map(ApiRoutes api)
    {
        api.Get("/trash", InTrash, new("listTrash", "Who lies in the trash, and until when")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf<TrashedPersonAnswer>("Everybody in the trash, the latest first.", new(PeopleExamples.GraceId, "Grace Hopper", new(2026, 5, 1), new(2026, 5, 31))),
        });
        api.ForOwners(() => MapForGood(api));
    }

    private static void MapForGood(ApiRoutes api)
    {
        api.Delete("/trash", Empty, new("emptyTrash", "Delete everybody in the trash for good")
        {
            Chapter = Chapter,
            About = "This cannot be taken back.",
            Answer = AnswerShape.Of<EmptiedAnswer>("How many they were.", new EmptiedAnswer(3)),
        });
        api.Delete("/trash/{id:guid}", Remove, new("removePerson", "Delete somebody in the trash for good")
        {
            Chapter = Chapter,
            About = "This cannot be taken back.",
            Parameters = [Parameter.Id("Somebody who lies in the trash.")],
        });
    }

    private static async Task<ApiAnswer> InTrash(ApiCall call)
    {
        var owner = call.Visit.Owner;
        var people = (await call.Store.InTrash(call.Stop)).ConvertAll(p => new TrashedPersonAnswer(p.Id, p.Name, owner.DayAt(p.TrashedAt!.Value), owner.DayAt(p.TrashedAt.Value.AddDays(PeopleActions.DaysInTrash))));
        return ApiAnswer.Of(new Page<TrashedPersonAnswer> { Items = people });
    }

    private static async Task<ApiAnswer> Empty(ApiCall call) => ApiAnswer.Of(new EmptiedAnswer(await call.Store.EmptyWholeTrash(call.Services.GetServices<IPersonLeaves>(), call.Stop)));

    private static async Task<ApiAnswer> Remove(ApiCall call)
    {
        await call.Store.RemoveForGood(call.Id(), call.Services.GetServices<IPersonLeaves>(), call.Stop);
        return ApiAnswer.Done;
    }
}
