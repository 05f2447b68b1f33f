using Mainstay.Api;

namespace Mainstay.People;

/// <summary>Changes that are taken back, for programs.</summary>
internal static class ChangesApi
{
    private static readonly Guid Sample = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a0c");

    /// <summary>What is answered where something was changed that is not simply said again.</summary>
    public static readonly AnswerShape Shape = AnswerShape.Of<ChangeAnswer>("The change, for `undoChange`.", new ChangeAnswer(Sample));

    public static void Map(ApiRoutes api) => api.Post("/changes/{id:guid}/undo", Undo, new("undoChange", "Take a change back")
    {
        Chapter = "Changes",
        About = $"The change is what an answer called `change`. It can be taken back for {Former.DaysKept} days, and as long as nobody changed the same since. Twice is as once.",
        Parameters = [Parameter.Id("The change.") with { Example = Sample }],
        Conflicts = "The same was changed since, or noted again.",
    });

    /// <summary>The answer of a change.</summary>
    public static ApiAnswer Of(Guid? change) => ApiAnswer.Of(new ChangeAnswer(change));

    private static async Task<ApiAnswer> Undo(ApiCall call)
    {
        await call.Store.TakeBack(call.Id(), call.Services.GetServices<IPutBack>(), call.Clock, call.Stop);
        return ApiAnswer.Done;
    }
}
