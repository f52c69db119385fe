(() => {
  const root = document.documentElement, $ = id => document.getElementById(id)
  root.classList.add('on')
  const list = $('list'), rows = [...list.children], q = $('q'), none = $('none')
  const filters = [...document.querySelectorAll('.f')]
  let texts
  let on = []
  // By classes, since asking the browser would make it lay out all at once.
  const visible = r => !r.classList.contains('x') && (!on.length || on.some(k => r.classList.contains(k)))
  const count = () => {
    // A filter's id is f-KEY; rows have s-KEY for states, f-KEY for severities.
    on = filters.filter(f => f.checked).flatMap(f => [f.id, f.id.replace('f-', 's-')])
    const narrowed = q.value.trim() || on.length
    const n = narrowed ? rows.filter(visible).length : rows.length
    $('shown').textContent = narrowed ? n + ' of ' + rows.length : ''
    none.hidden = n > 0
  }
  const search = () => {
    texts ||= rows.map(r => r.textContent.toLowerCase())
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean)
    rows.forEach((r, i) => r.classList.toggle('x', !words.every(w => texts[i].includes(w))))
    list.classList.toggle('few', words.length > 0)
    count()
  }
  q.addEventListener('input', search)
  q.addEventListener('keydown', e => { if (e.key === 'Escape') { q.value = ''; search() } })
  filters.forEach(f => f.addEventListener('change', count))
  $('all').addEventListener('click', e => {
    const open = e.target.textContent.startsWith('Expand')
    rows.forEach(r => { if (!open || visible(r)) r.firstElementChild.open = open })
    e.target.textContent = open ? 'Collapse all' : 'Expand all'
  })
  const themes = ['automatic', 'light', 'dark']
  let theme = 0
  $('theme').addEventListener('click', e => {
    theme = (theme + 1) % 3
    if (theme) root.dataset.theme = themes[theme]; else delete root.dataset.theme
    e.target.textContent = 'Theme: ' + themes[theme]
  })
  const go = (from, step, want) => {
    for (let i = rows.indexOf(from) + step; i >= 0 && i < rows.length; i += step)
      if (visible(rows[i]) && want(rows[i])) return rows[i].querySelector('summary').focus()
  }
  list.addEventListener('keydown', e => {
    if (e.target.tagName !== 'SUMMARY' || e.ctrlKey || e.metaKey || e.altKey) return
    const r = e.target.closest('li'), any = () => true
    const found = x => /f-(errors|warnings)/.test(x.className)
    const act = {
      ArrowDown: () => go(r, 1, any), ArrowUp: () => go(r, -1, any),
      n: () => go(r, 1, found), p: () => go(r, -1, found)
    }[e.key]
    if (act) { e.preventDefault(); act() }
  })
  const reveal = () => {
    const b = location.hash.length > 1 && $(location.hash.slice(1))
    if (!b || !b.classList.contains('body')) return
    if (!visible(b.closest('li'))) { q.value = ''; filters.forEach(f => { f.checked = false }); search() }
    b.parentElement.open = true
    b.parentElement.firstElementChild.focus({ preventScroll: true })
    b.parentElement.scrollIntoView({ block: 'nearest' })
  }
  addEventListener('hashchange', reveal)
  count()
  reveal()
})()
