using Mainstay.Algorithms.Series;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

public static class RefitActions
{
    /// <summary>More ties teach nothing new, and cost time.</summary>
    private const int EnoughTies = 1_000;

    /// <summary>Fits the estimates to the owner's own touches, unless that was done within the last month. True when it was tried.</summary>
    public static Task<bool> Refit(this Store store, DateOnly today, CancellationToken stop) => store.Alone(async () =>
    {
        if ((await store.TempoOf(stop))?.FittedOn?.AddMonths(1) > today) return false;
        var tempo = await store.TempoToChange(stop);
        var ties = await store.LatestContactDays(stop);
        if (Fitting.Fit(ties, Estimates.ModelOf(tempo).Mechanism, today, stop) is { } fitted)
            (tempo.R, tempo.Alpha, tempo.A, tempo.B) = (fitted.R, fitted.Alpha, fitted.A, fitted.B);
        tempo.InterceptShift = Fitting.InterceptShift(ties, today) ?? tempo.InterceptShift;
        tempo.FittedOn = today;
        await store.SaveChangesAsync(stop);
        return true;
    }, stop);

    /// <summary>Of the ties touched last: they say most about how the owner lives now.</summary>
    private static async Task<IReadOnlyList<ContactDay[]>> LatestContactDays(this Store store, CancellationToken stop)
    {
        var known = from tie in store.Ties
                    join person in store.People on tie.Id equals person.Id
                    join history in store.PackedContacts on tie.Id equals history.Id
                    orderby tie.LastTouchOn descending, tie.Id
                    select history.Packed;
        var packed = await known.Take(EnoughTies).ToListAsync(stop);
        return packed.ConvertAll(bytes => ContactPacking.Unpack(bytes));
    }
}
