using System.Text.Json;
using Mainstay.Api;
using Mainstay.People;

namespace Mainstay.Rhythm;

/// <summary>Ties, layers and the owner's time, for programs.</summary>
internal static class TiesApi
{
    private const string Chapter = "Ties";

    public static void Map(ApiRoutes api)
    {
        api.Get("/people/{id:guid}/tie", async call => ApiAnswer.Of(await Tie(call)), new("readTie", "How a tie stands, and why")
        {
            Chapter = Chapter,
            About = "`cadence` and `rhythm` are days; `overdue` counts cadences since the last touch; `stretch` is by how much your time for people stretches the cadence.",
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.Of<TieAnswer>("The tie.", RhythmExamples.Tie),
            IsTagged = true,
        });
        api.Patch("/people/{id:guid}/tie", Change, new("changeTie", "Say what you want of a tie")
        {
            Chapter = Chapter,
            About = "Layer, cadence, closeness, whether it is over or still on, a pause, a snooze; as what it counts; and for when it has gone quiet, how much you trust them, how willing they are to help and how far ahead of you, which is its owner's alone. What you do not name stays, `null` takes it back.",
            Parameters = [Parameter.Id("The person.")],
            Body = BodyShape.PatchOf<TieFields>("What changes.", new { Layer = Layer.Close, Cadence = 30 }),
            Answer = AnswerShape.Of<TieAnswer>("The tie as it is now.", RhythmExamples.Tie),
            IsTagged = true,
            Current = Tie,
        });
        api.Get("/layers", ListLayers, new("listLayers", "Who is near, and whom to settle next")
        {
            Chapter = Chapter,
            Answer = AnswerShape.Of<LayersAnswer>("The layers, and proposals with their reasons.", new LayersAnswer([new(Layer.Core, [RhythmExamples.Grace])], [])),
        });
        api.Get("/budget", async call => ApiAnswer.Of(await Budget(call)), new("readBudget", "Your time for people in a week")
        {
            Chapter = Chapter,
            Answer = AnswerShape.Of<BudgetAnswer>("Your time.", new BudgetAnswer(120, 15, 150, 1.4, [Layer.Extended, Layer.Wider], true)),
            IsTagged = true,
        });
        api.Put("/budget", SetBudget, new("setBudget", "Set your time for people in a week")
        {
            Chapter = Chapter,
            About = "When your rhythms take more, they are stretched, the outer layers first.",
            Body = BodyShape.Of<BudgetFields>("The minutes.", new BudgetFields(120)),
            Answer = AnswerShape.Of<BudgetAnswer>("Your time.", new BudgetAnswer(120, 15, 150, 1.4, [Layer.Extended, Layer.Wider], true)),
            IsTagged = true,
            Current = Budget,
        });
    }

    private static async Task<object> Tie(ApiCall call) =>
        TieAnswer.Of((await call.Store.PersonOf(call.Id(), call.Stop)).Name, await call.Store.TieOf(call.Id(), call.Today, call.Stop));

    private static async Task<ApiAnswer> Change(ApiCall call)
    {
        var sent = await call.Json();
        var changes = Changes(call, ApiJson.Read<TieFields>(sent), sent).ToList();
        await call.Store.PersonOf(call.Id(), call.Stop);
        await call.Store.Alone(async () =>
        {
            foreach (var change in changes) await change();
            return changes.Count;
        }, call.Stop);
        return ApiAnswer.Of(await Tie(call));
    }

    /// <summary>One act for each thing that is named.</summary>
    private static IEnumerable<Func<Task>> Changes(ApiCall call, TieFields tie, JsonElement sent)
    {
        var (store, id, today, stop) = (call.Store, call.Id(), call.Today, call.Stop);
        if (Named("layer")) yield return () => store.SetLayer(id, tie.Layer ?? Layer.None, stop);
        if (Named("cadence")) yield return () => store.SetCadence(id, tie.Cadence, stop);
        if (Named("closeness")) yield return () => store.SetCloseness(id, tie.Closeness, stop);
        if (Named("importance")) yield return () => store.SetImportance(id, tie.Importance, stop);
        if (Named("trust")) yield return () => store.SetTrust(id, tie.Trust, stop);
        if (Named("willing")) yield return () => store.SetWilling(id, tie.Willing, stop);
        if (Named("standing")) yield return () => store.SetStanding(id, tie.Standing, stop);
        if (Named("verdict")) yield return () => tie.Verdict switch { TieVerdict.Over => store.SayOver(id, today, stop), TieVerdict.StillOn => store.SayStillOn(id, today, stop), _ => store.Unsay(id, stop) };
        if (Named("paused") && tie.Paused != true) yield return () => store.Resume(id, stop);
        if (tie.Paused == true || (Named("pausedUntil") && tie.PausedUntil is not null)) yield return () => store.Pause(id, tie.PausedUntil, today, stop);
        if (Named("snoozedUntil")) yield return () => tie.SnoozedUntil is { } until ? store.Snooze(id, until, today, stop) : store.Unsnooze(id, stop);

        bool Named(string name) => sent.TryGetProperty(name, out _);
    }

    private static async Task<ApiAnswer> ListLayers(ApiCall call) =>
        ApiAnswer.Of(LayersAnswer.Of(await call.Store.PeopleByLayer(call.Stop), await call.Store.Proposals(call.Today, call.Stop)));

    private static async Task<ApiAnswer> SetBudget(ApiCall call)
    {
        await call.Store.SetWeeklyMinutes((await call.Body<BudgetFields>()).Minutes, call.Stop);
        return ApiAnswer.Of(await Budget(call));
    }

    private static async Task<object> Budget(ApiCall call) => BudgetAnswer.Of(await call.Store.BudgetOn(call.Today, call.Stop));
}
