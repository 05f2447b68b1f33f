using System.Globalization;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary><c>/gatherings/rhythm</c>: the owner says how often they mean to go to gatherings, hears of it later, or ends it. The forms stand on the pages of gatherings.</summary>
internal static class AttendingPage
{
    public const string Address = "/gatherings/rhythm", Later = Address + "/later", End = Address + "/end";

    private const int UsualWait = 7, LongestWait = 365;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Post(Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await store.SetAttending(Read(form), visit.Today, stop);
                return Answers.Done(http, form, WhichPage.Address, ("said", "Calendars.SaidRhythm"));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await WhichPage.Show(http, new("rhythm", form, mistaken.Problems), stop);
            }
        });
        pages.Post(End, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, await http.Request.ReadFormAsync(stop), WhichPage.Address, ("said", "Calendars.SaidRhythmEnded"), ChangesPage.Undo(await store.StopAttending(visit.Clock, stop))));
        pages.Post(Later, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? Math.Clamp(typed, 1, LongestWait) : UsualWait;
            await store.QuietAttending(visit.Today.AddDays(days), stop);
            return Answers.Done(http, form, WhichPage.Address, ("said", "Calendars.SaidRhythmLater"), ("undo", Later + "/undo"));
        });
        pages.Post(Later + "/undo", async (HttpContext http, Store store, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            await store.QuietAttending(null, stop);
            return Answers.Done(http, form, WhichPage.Address);
        });
    }

    /// <summary>The fields of <see cref="AttendingPanel"/>.</summary>
    private static NewAttending Read(IFormCollection form) => new(
        int.TryParse(form.Filled("howMany"), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 0,
        Enum.TryParse<AttendingPer>(form["per"], out var per) ? per : (AttendingPer)(-1)) { Places = form.Filled("places") };
}
