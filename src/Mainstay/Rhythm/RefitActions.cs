using Mainstay.Algorithms.Series;
using Mainstay.People;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

public static class RefitActions
{
    /// <summary>Fits the estimates to the owner's own touches, unless that was done within the last month. True when it was tried.</summary>
    public static Task<bool> Refit(this Store store, DateOnly today, CancellationToken stop) => store.Alone(async () =>
    {
        var tempo = await store.TempoToChange(stop);
        if (tempo.FittedOn?.AddMonths(1) > today) return false;
        var ties = await store.AllContactDays(stop);
        if (Fitting.Fit(ties, Estimates.ModelOf(tempo).Mechanism, today, stop) is { } fitted)
            (tempo.R, tempo.Alpha, tempo.A, tempo.B) = (fitted.R, fitted.Alpha, fitted.A, fitted.B);
        tempo.InterceptShift = Fitting.InterceptShift(ties, today) ?? tempo.InterceptShift;
        tempo.FittedOn = today;
        await store.SaveChangesAsync(stop);
        return true;
    }, stop);

    private static async Task<IReadOnlyList<ContactDay[]>> AllContactDays(this Store store, CancellationToken stop)
    {
        var people = store.People;
        var packed = await store.PackedContacts.AsNoTracking().Where(p => people.Any(o => o.Id == p.Id)).OrderBy(p => p.Id).Select(p => p.Packed).ToListAsync(stop);
        return packed.ConvertAll(bytes => ContactPacking.Unpack(bytes));
    }
}
