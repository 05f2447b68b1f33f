using Mainstay.Algorithms.Series;

namespace Mainstay.Rhythm;

/// <summary>The models of the estimates: the defaults, or what was learned from the owner.</summary>
public static class Estimates
{
    public static ContactForecast ModelOf(Tempo? tempo) => tempo is null ? ContactForecast.Default : new(
        tempo is { R: { } r, Alpha: { } alpha, A: { } a, B: { } b } ? new MbgNbd(r, alpha, a, b) : MbgNbd.Default,
        ContactLogit.Default with { Intercept = ContactLogit.Default.Intercept + tempo.InterceptShift });
}

/// <summary>Learns the estimates' parameters from one owner's touches, and takes nothing that does not predict better.</summary>
public static class Fitting
{
    private const int JudgedDays = 90, OutcomeDays = 30;

    /// <summary>New parameters, or null to keep those in use: one must be able to learn from what was known 90 days ago, and to foretell what came then better.</summary>
    public static MbgNbd? Fit(IReadOnlyList<ContactDay[]> ties, MbgNbd inUse, DateOnly today, CancellationToken stop)
    {
        var then = today.DayNumber - JudgedDays;
        var known = Histories(ties, then);
        if (MbgNbd.FitAround(MbgNbd.Default, [.. known.Select(k => k.History)], stop) is not { } trial) return null;
        if (LogLoss(trial, known, then, today) >= LogLoss(inUse, known, then, today)) return null;
        return MbgNbd.FitAround(MbgNbd.Default, [.. Histories(ties, today.DayNumber).Select(k => k.History)], stop);
    }

    /// <summary>What to add to the intercept, from what became of every tie known 30 days ago; null while too few are known.</summary>
    public static double? InterceptShift(IReadOnlyList<ContactDay[]> ties, DateOnly today)
    {
        var then = today.DayNumber - OutcomeDays;
        var known = Histories(ties, then);
        var logit = ContactLogit.Default;
        var odds = known.ConvertAll(k => logit.LogOdds(k.History, OutcomeDays)).ToArray();
        var happened = known.ConvertAll(k => HasContact(k.Days, then, today.DayNumber)).ToArray();
        return logit.Recalibrated(odds, happened)?.Intercept - logit.Intercept;
    }

    private static List<(ContactDay[] Days, ContactHistory History)> Histories(IReadOnlyList<ContactDay[]> ties, int day) =>
        [.. ties.Select(days => (days, ContactHistory.Of(days, day))).Where(k => k.Item2 is not null).Select(k => (k.days, k.Item2!.Value))];

    private static double LogLoss(MbgNbd model, List<(ContactDay[] Days, ContactHistory History)> known, int then, DateOnly today)
    {
        var forecast = new ContactForecast(model, ContactLogit.Default);
        return known.Average(k =>
        {
            var p = Math.Clamp(forecast.ContactWithin(k.History, JudgedDays), 1e-6, 1 - 1e-6);
            return -Math.Log(HasContact(k.Days, then, today.DayNumber) ? p : 1 - p);
        });
    }

    private static bool HasContact(ContactDay[] days, int after, int upTo) => Array.Exists(days, d => d.Day > after && d.Day <= upTo);
}
