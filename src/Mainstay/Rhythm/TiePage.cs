using System.Globalization;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>Where forms say what the owner wants of a tie: layer, cadence, closeness, how much it counts, what they think of them, over or still on, pause, snooze.</summary>
internal static class TiePage
{
    private const int DaysOfASnooze = 7, MostDays = 3_650;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var tie = pages.MapGroup("/people/{id:guid}");
        tie.Post("/layer", Form((store, id, form, _, stop) => store.SetLayer(id, Layers.Named(form["layer"].ToString()) ?? throw new NotFound("Rhythm.NotALayer", form["layer"].ToString()), stop), "Rhythm.SaidLayer"));
        tie.Post("/cadence", Form((store, id, form, _, stop) => store.SetCadence(id, Cadence(form), stop), "Rhythm.SaidCadence"));
        tie.Post("/closeness", Form((store, id, form, _, stop) => store.SetCloseness(id, Number(form, "closeness", "Rhythm.OddCloseness", MostDays), stop), "Rhythm.SaidCloseness"));
        tie.Post("/importance", Form((store, id, form, _, stop) => store.SetImportance(id, form.Filled("importance") is { } typed ? Layers.Named(typed) ?? throw Odd("importance", "Rhythm.OddImportance") : null, stop), "Rhythm.SaidCloseness"));
        tie.Post("/verdict", Form((store, id, form, today, stop) => form["verdict"].ToString() switch
        {
            "over" => store.SayOver(id, today, stop),
            "stillOn" => store.SayStillOn(id, today, stop),
            _ => store.Unsay(id, stop),
        }, "Rhythm.SaidVerdict"));
        tie.Post("/pause", Form((store, id, form, today, stop) => store.Pause(id, form.Day("until"), today, stop), "Rhythm.SaidPaused"));
        tie.Post("/resume", Form((store, id, _, _, stop) => store.Resume(id, stop), "Rhythm.SaidResumed"));
        tie.Post("/snooze", Form((store, id, form, today, stop) => store.Snooze(id, today.AddDays(Days(form)), today, stop), "Rhythm.SaidLater", "snooze/undo"));
        tie.Post("/snooze/undo", Form((store, id, _, _, stop) => store.Unsnooze(id, stop), "Rhythm.SaidTakenBack"));
        MapThoughts(pages.MapGroup("/people/{id:guid}").WithMetadata(new OwnersOnlyAttribute()));
    }

    /// <summary>What the owner thinks of somebody, which is nobody else's.</summary>
    private static void MapThoughts(IEndpointRouteBuilder tie)
    {
        tie.Post("/trust", Form((store, id, form, _, stop) => store.SetTrust(id, Step(form, "trust"), stop), "Rhythm.SaidCloseness"));
        tie.Post("/willing", Form((store, id, form, _, stop) => store.SetWilling(id, Step(form, "willing"), stop), "Rhythm.SaidCloseness"));
        tie.Post("/standing", Form((store, id, form, _, stop) => store.SetStanding(id, Step(form, "standing"), stop), "Rhythm.SaidCloseness"));
    }

    internal static int Days(IFormCollection form) => int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays ? days : DaysOfASnooze;

    /// <summary>A form of the panel: done, it leads back; with a problem the page comes again.</summary>
    private static Delegate Form(Func<Store, Guid, IFormCollection, DateOnly, CancellationToken, Task<Tie>> act, string said, string? undo = null) =>
        async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, id, form, visit.Today, stop);
                (string, string)[] told = undo is null ? [("said", said)] : [("said", said), ("undo", $"/people/{id}/{undo}")];
                return Answers.Done(http, form, $"/people/{id}", told);
            }
            catch (Mistaken mistaken)
            {
                return await PersonPage.Show(http, id, new Typed("tie", form, mistaken.Problems), stop);
            }
        };

    /// <summary>Days, or a word for them.</summary>
    private static int? Cadence(IFormCollection form) => form.Filled("cadence") is { } typed && !char.IsAsciiDigit(typed[0]) && Telling.Meant(typed) is { } days ? days : Number(form, "cadence", "Rhythm.OddCadence", MostDays);

    private static int? Number(IFormCollection form, string field, string odd, int most)
    {
        if (form.Filled(field) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        throw new Mistaken(new Problems { { field, odd, most } });
    }

    private static HowMuch? Step(IFormCollection form, string field) =>
        form.Filled(field) is { } typed ? HowMuches.Named(typed) ?? throw Odd(field, "Rhythm.OddHowMuch") : null;

    private static Mistaken Odd(string field, string sentence) => new(new Problems().When(true, field, sentence));
}
