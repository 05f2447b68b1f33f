using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Rhythm;

/// <summary>Today: the birthday or anniversary of somebody. Of those in a layer, with a cadence, or of whom it was said how much they count, also up to three days before.</summary>
public sealed class BirthdayCard : ITodayCard
{
    private const int DaysAhead = 3;

    public IReadOnlyList<Type> About { get; } = [typeof(ImportantDate)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop)
    {
        var occasions = await store.OccasionsFrom(today, DaysAhead, stop);
        if (occasions.Count == 0) return [];
        var people = occasions.Select(o => o.PersonId).Distinct().ToArray();
        var ties = await store.TiesOf(people, today, stop);
        var withRole = await store.Roles.Where(r => people.Contains(r.PersonId) && (r.Until == null || r.Until > today)).Select(r => r.PersonId).ToListAsync(stop);
        return
        [
            .. from occasion in occasions
               let tie = ties.GetValueOrDefault(occasion.PersonId)
               where IsWorthSaying(occasion, tie, today)
               select Card(occasion, tie, withRole.Contains(occasion.PersonId), today),
        ];
    }

    /// <summary>A birthday in an address book was put there to be remembered; an anniversary, and any day ahead, matters only of those near. Whoever was touched today has had their wishes.</summary>
    private static bool IsWorthSaying(Occasion occasion, Standing? tie, DateOnly today)
    {
        if (tie is not null && (DueList.IsResting(tie.Tie, today) || tie.LastTouchOn >= today)) return false;
        return IsNear(tie) || (occasion.Kind == "birthday" && occasion.On == today);
    }

    private static bool IsNear(Standing? tie) => tie is not null && (tie.Tie.Layer != Layer.None || tie.Tie.CountsAs is not null || tie.Cadence is not null);

    private static TodayItem Card(Occasion occasion, Standing? tie, bool hasRole, DateOnly today)
    {
        var (isToday, isBirthday) = (occasion.On == today, occasion.Kind == "birthday");
        return new()
        {
            Kind = "birthday",
            Subject = occasion.PersonId,
            PersonId = occasion.PersonId,
            PersonName = occasion.Name,
            Sentence = new($"Rhythm.{(isBirthday ? "Birthday" : "Anniversary")}{(isToday ? "Today" : "Ahead")}", occasion.Name, occasion.On),
            Reasons = [.. Years(occasion, isBirthday), .. tie?.Reasons.Take(1) ?? [], .. IsNear(tie) ? Telling.Weight(tie!) : []],
            Action = new(isToday ? "Rhythm.LogMessage" : "Rhythm.OpenPerson"),
            ActionHref = isToday ? DueCard.TouchHref(occasion.PersonId) : $"/people/{occasion.PersonId}",
            ActionForm = isToday ? DueCard.TouchForm(TouchKind.Message) : null,
            Priority = Priority(tie, hasRole, isToday),
            Minutes = isToday ? TimeBudget.MinutesOf(TouchKind.Message) : 0,
        };
    }

    private static IEnumerable<Reason> Years(Occasion occasion, bool isBirthday)
    {
        if (occasion.Years is { } years) yield return new(isBirthday ? "Rhythm.YearsOld" : "Rhythm.YearsLong", years);
    }

    /// <summary>The day itself cannot wait for those near. Of somebody never touched and without a role it gives way to whoever is due and near.</summary>
    private static double Priority(Standing? tie, bool hasRole, bool isToday)
    {
        if (IsNear(tie)) return (isToday ? 10 : 1) + .1 * Layers.Importance(tie!.Tie);
        return hasRole || tie is { Strength.Contacts.Days: > 0 } ? 5 : .3;
    }
}
