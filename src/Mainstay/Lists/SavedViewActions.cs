using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

public static class SavedViewActions
{
    /// <summary>Keeps a list under a name. When <paramref name="once"/> is given, it is the view's id; a view that has it already is the answer.</summary>
    public static Task<SavedView> SaveView(this Store store, string name, PeopleWanted wanted, TimeProvider clock, CancellationToken stop, Guid? once = null) => store.AllOrNothing(async () =>
    {
        if (once is { } id && await store.SavedViews.FirstOrDefaultAsync(v => v.Id == id, stop) is { } already) return already;
        Mistaken.ThrowIf(await store.CheckName(name, null, stop));
        Mistaken.ThrowIf(new Problems().When(await store.SavedViews.CountAsync(v => v.DeletedAt == null, stop) >= SavedView.Most, "name", "Lists.TooManyViews", SavedView.Most));
        var view = new SavedView { Id = once ?? Guid.CreateVersion7(), Name = name.Trim(), NameNormal = PersonNames.Key(name), Wanted = wanted.Text, CreatedAt = clock.GetUtcNow().UtcDateTime };
        store.Add(view);
        await store.SaveChangesAsync(stop);
        return view;
    }, stop);

    public static Task<SavedView> RenameView(this Store store, Guid id, string name, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var view = await store.ViewToChange(id, stop);
        Mistaken.ThrowIf(await store.CheckName(name, id, stop));
        (view.Name, view.NameNormal) = (name.Trim(), PersonNames.Key(name));
        await store.SaveChangesAsync(stop);
        return view;
    }, stop);

    /// <summary>From now on the view shows this.</summary>
    public static Task<SavedView> ChangeView(this Store store, Guid id, PeopleWanted wanted, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var view = await store.ViewToChange(id, stop);
        view.Wanted = wanted.Text;
        await store.SaveChangesAsync(stop);
        return view;
    }, stop);

    /// <summary>Deletes a view; it can be taken back for 30 days.</summary>
    public static Task<SavedView> DeleteView(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var view = await store.SavedViews.FirstOrDefaultAsync(v => v.Id == id, stop) ?? throw new NotFound("Lists.ViewNotThere");
        view.DeletedAt ??= clock.GetUtcNow().UtcDateTime;
        await store.SaveChangesAsync(stop);
        return view;
    }, stop);

    /// <summary>Takes a deleted view back, unless another has its name by now.</summary>
    public static Task<SavedView> RestoreView(this Store store, Guid id, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var view = await store.SavedViews.FirstOrDefaultAsync(v => v.Id == id, stop) ?? throw new NotFound("Lists.ViewNotThere");
        if (view.DeletedAt is null) return view;
        if (await store.IsTaken(view.NameNormal, id, stop)) throw new Conflict("Lists.ViewNameTaken", view.Name);
        view.DeletedAt = null;
        await store.SaveChangesAsync(stop);
        return view;
    }, stop);

    /// <summary>Forgets the views that were deleted more than 30 days ago.</summary>
    public static Task ForgetDeletedViews(this Store store, TimeProvider clock, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-SavedView.DaysKept);
        return store.SavedViews.Where(v => v.DeletedAt < before).ExecuteDeleteAsync(stop);
    }

    private static async Task<SavedView> ViewToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.SavedViews.FirstOrDefaultAsync(v => v.Id == id && v.DeletedAt == null, stop) ?? throw new NotFound("Lists.ViewNotThere");

    private static async Task<Problems> CheckName(this Store store, string name, Guid? self, CancellationToken stop)
    {
        var problems = SavedView.Check(name);
        return problems.Any ? problems : problems.When(await store.IsTaken(PersonNames.Key(name), self, stop), "name", "Lists.ViewNameTaken", name.Trim());
    }

    private static Task<bool> IsTaken(this Store store, string normal, Guid? self, CancellationToken stop) =>
        store.SavedViews.AnyAsync(v => v.NameNormal == normal && v.DeletedAt == null && v.Id != self, stop);
}
