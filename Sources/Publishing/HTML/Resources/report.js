// One page at a time, search, tables that sort and filter. Without it all of the file can be read.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  // The first page shows while the rest of the file is still being read.
  if (!location.hash) root.classList.add('first');

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const filled = (text, places) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
  const plain = text =>
    text.normalize('NFKD').replace(/[\u0300-\u036f\u2060]/g, '').toLowerCase();

  document.addEventListener('DOMContentLoaded', () => {
    const words = document.body.dataset;
    const main = document.querySelector('main');
    const nav = document.querySelector('nav');
    const pages = [...document.querySelectorAll('article')];
    const report = document.title;

    // Tables

    const units = new Map();
    const told = words.units.split(' ');
    for (let i = 0; i + 1 < told.length; i += 2) units.set(told[i], Number(told[i + 1]));
    const marks = [...units.keys()].sort((a, b) => b.length - a.length)
      .map(mark => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    const numeral = new RegExp(
      `([<>]?)\\s?([−-]?)(\\d[\\d,]*(?:\\.\\d+)?)(?:\\s?(${marks || '\\b\\B'})(?![a-z]))?`);
    const day = /^(?:FY)?((?:19|20)\d\d)(?:-(?:([QH])(\d)|(\d\d)))?(?:-(\d\d))?(?![\d.,])/;

    // The first number of a cell, or a moment as years; NaN where there is none.
    const numberOf = text => {
      const date = day.exec(text);
      if (date) {
        const months = date[2] === 'Q' ? 3 * date[3] : date[2] === 'H' ? 6 * date[3]
          : Number(date[4] ?? 12);
        return Number(date[1]) + months / 12 + Number(date[5] ?? 0) / 400;
      }
      const found = numeral.exec(text);
      if (!found) return NaN;
      const size = Number(found[3].replace(/,/g, '')) * (units.get(found[4]) ?? 1);
      const beyond = found[1] === '<' ? -1e-6 : found[1] === '>' ? 1e-6 : 0;
      return (found[2] ? -size : size) + beyond;
    };
    const isMissing = text => /^[–—-]?$/.test(text);
    const startsWithNumber = text => /^([≈◇]\s*)?([A-Z]{3}\s)?[<>±+]?\s?[−-]?\d/.test(text);

    const sort = (table, header, order) => {
      const body = table.tBodies[0];
      const column = header.cellIndex;
      const rows = [...body.rows];
      rows.forEach((row, index) => { row.dataset.place ??= index; });
      const place = row => Number(row.dataset.place);
      const texts = new Map(rows.map(row => [row, row.cells[column]?.textContent.trim() ?? '']));
      const known = rows.filter(row => !isMissing(texts.get(row)));
      const isNumeric = table.classList.contains('r' + (column + 1))
        || known.every(row => startsWithNumber(texts.get(row)));
      const keys = new Map(rows.map(row => {
        const text = texts.get(row);
        return [row, isNumeric ? numberOf(text) : isMissing(text) ? NaN : text];
      }));
      const isLast = row => Number.isNaN(keys.get(row));
      const next = header.getAttribute('aria-sort') ?? 'none';
      const cycle = isNumeric ? ['descending', 'ascending', 'none']
        : ['ascending', 'descending', 'none'];
      const wanted = order ?? cycle[(cycle.indexOf(next) + 1) % 3];
      for (const other of header.parentNode.cells) other.setAttribute('aria-sort', 'none');
      header.setAttribute('aria-sort', wanted);
      const sign = wanted === 'descending' ? -1 : 1;
      const compare = isNumeric ? (a, b) => a - b
        : (a, b) => a.localeCompare(b, root.lang, { numeric: true });
      rows.sort((a, b) => {
        if (wanted === 'none') return place(a) - place(b);
        // What is missing comes last, whichever way the others go.
        if (isLast(a) || isLast(b)) return isLast(a) - isLast(b) || place(a) - place(b);
        return sign * compare(keys.get(a), keys.get(b)) || place(a) - place(b);
      });
      body.append(...rows);
    };

    const addFilter = (table, label) => {
      const rows = [...table.tBodies[0].rows];
      const field = make('input', {
        type: 'search', placeholder: words.filter, 'aria-label': `${words.filter}: ${label}`,
      });
      const status = make('span', { role: 'status' });
      const texts = rows.map(row => plain(row.textContent));
      field.addEventListener('input', () => {
        const wanted = plain(field.value).split(/\s+/).filter(Boolean);
        let count = 0;
        rows.forEach((row, index) => {
          row.hidden = !wanted.every(word => texts[index].includes(word));
          if (!row.hidden) count += 1;
        });
        status.textContent = wanted.length
          ? filled(words.shown, { count, total: rows.length }) : '';
      });
      table.parentNode.before(make('div', { class: 'filter' }, field, status));
    };

    const addSorting = table => {
      for (const header of table.tHead.rows[0].cells) {
        const button = make('button', {
          type: 'button',
          title: filled(words.sort, { title: header.textContent.trim() }),
        }, ...header.childNodes);
        button.addEventListener('click', () => sort(table, header));
        header.append(button);
      }
    };

    // Gives a page's tables and charts their names and buttons when it is first shown.
    const prepared = new Set();
    const prepare = page => {
      if (prepared.has(page)) return;
      prepared.add(page);
      let label = '';
      for (const part of page.querySelectorAll('h1, h2, h3, h4, table, pre, figure')) {
        if (part.tagName === 'TABLE') {
          part.setAttribute('aria-label', label);
          for (const head of part.tBodies[0].querySelectorAll('th')) head.scope = 'row';
          if (part.tBodies[0].rows.length > 2) addSorting(part);
          if (part.tBodies[0].rows.length > 11) addFilter(part, label);
        }
        if (part.tagName.startsWith('H')) label = part.textContent.trim();
        else part.dataset.label = part.querySelector('svg > title')?.textContent ?? label;
      }
    };

    // What is wider than its place scrolls in it, by keyboard too.
    const mark = () => {
      for (const part of main.querySelectorAll('.t, figure, pre')) {
        if (!part.offsetParent) continue;
        const label = part.dataset.label ?? part.firstElementChild?.dataset.label ?? '';
        const isWide = part.scrollWidth > part.clientWidth + 1;
        const attributes = { tabindex: '0', role: 'region', 'aria-label': label };
        for (const [name, value] of Object.entries(attributes)) {
          if (isWide && value) part.setAttribute(name, value); else part.removeAttribute(name);
        }
      }
    };
    let waiting = 0;
    const markSoon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(mark);
    };
    addEventListener('resize', markSoon);
    main.addEventListener('toggle', markSoon, true);

    // Pages

    const isBook = pages.length > 1;
    const links = [...nav.querySelectorAll('a')];
    const targetOf = hash => {
      try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
    };
    const show = moves => {
      const showsAll = location.hash === '#all' && isBook;
      const target = showsAll ? null : targetOf(location.hash);
      if (target === main) return main.focus();
      const page = target?.closest('article') ?? pages[0];
      root.classList.toggle('all', showsAll);
      root.classList.remove('first');
      for (const other of pages) {
        other.classList.toggle('on', showsAll || other === page);
        if (showsAll || other === page) prepare(other);
      }
      if (isBook) {
        const address = showsAll ? '#all' : '#' + page.id;
        for (const link of nav.querySelectorAll('a')) {
          if (link.getAttribute('href') === address) link.setAttribute('aria-current', 'page');
          else link.removeAttribute('aria-current');
        }
        const title = page.querySelector('h1')?.textContent;
        document.title = page === pages[0] || showsAll ? report : `${title} · ${report}`;
      }
      for (let part = target; part; part = part.parentElement) {
        if (part.tagName === 'DETAILS') part.open = true;
      }
      nav.classList.remove('open');
      menu.setAttribute('aria-expanded', 'false');
      mark();
      const place = target && target !== page ? target : null;
      if (moves) {
        const heading = place ?? page.querySelector('h1');
        if (heading) {
          heading.tabIndex = -1;
          heading.focus({ preventScroll: true });
        }
      }
      if (place) place.scrollIntoView(); else scrollTo(0, 0);
    };

    // Going back leads to where one was.
    let returnTo = null;
    history.scrollRestoration = 'manual';
    document.addEventListener('click', event => {
      if (event.target.closest?.('a[href^="#"]')) history.replaceState({ y: scrollY }, '');
    });
    addEventListener('popstate', event => { returnTo = event.state?.y ?? null; });
    addEventListener('hashchange', () => {
      show(true);
      if (returnTo !== null) scrollTo(0, returnTo);
      returnTo = null;
    });

    // Search

    const list = make('div', { class: 'list', id: 'list' }, ...nav.childNodes);
    const menu = make('button', {
      type: 'button', 'aria-expanded': 'false', 'aria-controls': 'list',
    }, words.menu);
    menu.addEventListener('click', () => {
      const isOpen = nav.classList.toggle('open');
      menu.setAttribute('aria-expanded', String(isOpen));
    });
    const field = make('input', {
      type: 'search', placeholder: words.search, 'aria-label': words.search, autocomplete: 'off',
    });
    const count = make('p', { class: 'count', role: 'status' });
    const hits = make('ul', { class: 'hits' });
    nav.append(make('div', { class: 'bar', role: 'search' }, menu, field), count, hits, list);
    if (isBook) {
      list.append(make('ul', {}, make('li', {}, make('a', { href: '#all' }, words.all))));
    }

    let index = null;
    const entries = () => {
      if (index) return index;
      index = links.map(link => ({
        text: link.textContent, href: link.getAttribute('href'), under: '', rank: 0,
      }));
      for (const page of pages) {
        const title = page.querySelector('h1')?.textContent ?? '';
        for (const heading of page.querySelectorAll('h2[id], h3[id]')) {
          index.push({
            text: heading.textContent, href: '#' + heading.id, under: title,
            rank: heading.tagName === 'H2' ? 1 : 2,
          });
        }
      }
      for (const entry of index) entry.key = plain(`${entry.text} ${entry.under}`);
      return index;
    };
    const most = 40;
    const seek = () => {
      const wanted = plain(field.value).split(/\s+/).filter(Boolean);
      nav.classList.toggle('seeking', wanted.length > 0);
      if (!wanted.length) {
        hits.replaceChildren();
        count.textContent = '';
        return;
      }
      const found = entries().filter(entry => wanted.every(word => entry.key.includes(word)));
      const rank = entry => entry.rank + (plain(entry.text).startsWith(wanted[0]) ? 0 : .5);
      found.sort((a, b) => rank(a) - rank(b));
      hits.replaceChildren(...found.slice(0, most).map(entry => {
        const link = make('a', { href: entry.href }, entry.text);
        if (entry.under) link.append(make('small', {}, entry.under));
        return make('li', {}, link);
      }));
      count.textContent = filled(words.found, { count: found.length });
    };
    const clear = () => { field.value = ''; seek(); };
    field.addEventListener('input', seek);
    field.addEventListener('keydown', event => {
      if (event.key === 'Escape') clear();
      if (event.key === 'Enter') hits.querySelector('a')?.click();
    });
    hits.addEventListener('click', event => {
      if (event.target.closest('a')) setTimeout(clear);
    });

    // Paper shows what is folded.
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = [...main.querySelectorAll('article.on details:not([open])')];
      for (const part of opened) part.open = true;
    });
    addEventListener('afterprint', () => {
      for (const part of opened) part.open = false;
      opened = [];
    });

    show(false);
  });
})();
