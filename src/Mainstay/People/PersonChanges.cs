using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Lists of a record after something was added and taken away.</summary>
public static class PersonChanges
{
    /// <summary>What was there, without what is taken away; an addition takes the place of what it equals, else the end.</summary>
    /// <param name="now">What is there.</param>
    /// <param name="add">What is added, in order.</param>
    /// <param name="remove">What is taken away; it must be there.</param>
    /// <param name="key">What makes two of them the same.</param>
    /// <param name="isMeant">Whether what is typed for removal means one of them; when not given, whether it is their key, folded.</param>
    public static List<T> Merge<T>(IReadOnlyList<T> now, IEnumerable<T> add, IEnumerable<string> remove, Func<T, string> key, Func<T, string, bool>? isMeant = null)
    {
        var list = new List<T>(now);
        isMeant ??= (item, typed) => key(item) == PersonNames.Key(typed);
        foreach (var gone in remove)
            if (list.RemoveAll(i => isMeant(i, gone)) == 0) throw new NotFound("People.NotOnRecord", gone);
        foreach (var item in add)
        {
            var place = list.FindIndex(i => key(i) == key(item));
            if (place < 0) list.Add(item);
            else list[place] = item;
        }
        return list;
    }
}
