using FieldKit.Content.Reading;

namespace FieldKit.Content.Facts;

/// <summary>Every item rests on the fact base and says where; what is left out on purpose is left out indeed.</summary>
internal sealed class FactRules(FactRegister register, IReadOnlyList<FactUse> uses, Findings findings)
{
    public void Check()
    {
        foreach (var use in uses)
        {
            CheckUse(use);
        }

        CheckNotCarried();
    }

    private void CheckUse(FactUse use)
    {
        if (use.Facts.Count == 0)
        {
            findings.Add(use.Made, "facts", $"'{use.Item}' does not say on which facts it rests. Add 'facts: [A069, P01]'.");
        }

        foreach (var fact in use.Facts.Where(fact => !register.Knows(fact)))
        {
            findings.Add(
                use.Made,
                "facts",
                $"'{fact}' is not in the fact base. Use an id of facts/rows.yaml or facts/sections.yaml (A069, P01, B0.1, J, or '001 · Onderwijs').");
        }
    }

    private void CheckNotCarried()
    {
        var users = uses.SelectMany(use => use.Facts.Select(fact => (fact, use.Item))).ToLookup(pair => pair.fact, pair => pair.Item);
        var rows = register.Rows.Select(row => row.Id).ToHashSet();
        foreach (var line in register.NotCarried)
        {
            if (!rows.Contains(line.Id))
            {
                findings.Add(line, "not-carried", $"'{line.Id}' is not a row of facts/rows.yaml. Correct the id or take the line out.");
            }
            else if (users[line.Id].FirstOrDefault() is { } item)
            {
                findings.Add(line, "not-carried", $"'{line.Id}' is carried by '{item}'. Take this line out, or take the id out there.");
            }
        }
    }
}
