using System.Globalization;
using Mainstay.Entrance;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

/// <summary>What a helper sees behind their link: how things are, what they took, and what they could take. Whoever coordinates sees to the tasks there.</summary>
public sealed partial class SupportLinkPage
{
    /// <summary>Hangs it behind the links of helpers.</summary>
    internal sealed class Hook : ILinkPurpose
    {
        public string Purpose => SupportPlanActions.Purpose;

        public Task<bool> IsOfHardTimes(Store store, Guid subject, CancellationToken stop) => Task.FromResult(true);

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            var answer = form["answer"].ToString();
            try
            {
                await Do(call, answer, form, stop);
                return answer == "leave" ? ByLink.Thanks("SupportPlans.SaidLeft", isOfHardTimes: true) : ByLink.Again(call);
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, new(Typing(answer, form) ?? answer, form, mistaken.Problems), null, stop);
            }
            catch (Conflict conflict)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, Typing(answer, form) is { } typing ? new(typing, form, new()) : null, conflict.Reason, stop);
            }
        }

        public async Task<IResult> Calendar(LinkCall call, CancellationToken stop) =>
            Results.Bytes(SupportCalendar.Of(await call.Store.SupportBehind(call.Opened.Link, call.Today, stop), call.Clock.GetUtcNow().UtcDateTime), "text/calendar; charset=utf-8");

        private static Task Do(LinkCall call, string answer, IFormCollection form, CancellationToken stop)
        {
            var (store, link, today, clock) = (call.Store, call.Opened.Link, call.Today, call.Clock);
            return answer switch
            {
                "take" => store.TakeByLink(link, Which(form), today, clock, stop),
                "done" => store.FinishByLink(link, Which(form), today, clock, stop),
                "passon" => store.PassOnByLink(link, Which(form), today, clock, stop),
                "limit" => store.LimitByLink(link, int.TryParse(form["most"], CultureInfo.InvariantCulture, out var most) ? most : 0, today, clock, stop),
                "leave" => store.LeaveByLink(link, today, clock, stop),
                "stop" => store.StopCoordinatingByLink(link, today, clock, stop),
                "add" => store.AddTaskByLink(link, SupportTaskFieldsPanel.Read(form), today, clock, stop),
                "change" => store.ChangeTaskByLink(link, Which(form), SupportTaskFieldsPanel.Read(form), today, clock, stop),
                "remove" => store.RemoveTaskByLink(link, Which(form), today, clock, stop),
                "free" => store.FreeTaskByLink(link, Which(form), SupportLinkTaskPanel.From(form), today, clock, stop),
                "update" => store.WriteUpdateByLink(link, (form.Once() ?? Guid.CreateVersion7(), form["text"]), today, clock, stop),
                _ => throw new Conflict("Exchange.NotAnAnswer"),
            };
        }

        /// <summary>Into which form something was typed that is not to be lost.</summary>
        private static string? Typing(string answer, IFormCollection form) => answer switch { "change" => SupportLinkTaskPanel.Form(Which(form)), "add" or "update" => answer, _ => null };

        private static Guid Which(IFormCollection form) => Guid.TryParse(form["task"], out var task) ? task : Guid.Empty;

        private static async Task<IResult> Page(LinkCall call, Typed? typed, Reason? refused, CancellationToken stop)
        {
            var seat = await call.Store.SupportBehind(call.Opened.Link, call.Today, stop);
            var status = typed is not null ? StatusCodes.Status422UnprocessableEntity : refused is not null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            return Answers.Page<SupportLinkPage>(new { Seat = seat, call.Today, Name = call.Opened.From, call.Action, Refused = refused, Typed = typed }, status);
        }
    }
}
